/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-output.h"

#include <stdarg.h>
#include <stdio.h>

#include "domain/muster-date.h"

/* Of a column that others stand behind: an e-mail address or a digest fits, a header of nine hundred letters does not. */
#define WIDEST 64

struct _MusterCtlTable
{
  guint n_columns;
  gboolean has_headers;
  GPtrArray *cells; /* row by row */
};

/* Neither what moves the cursor nor what turns the direction of what follows. */
static gboolean
is_harmful (gunichar c)
{
  return (c != '\n' && g_unichar_iscntrl (c)) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static char *
dup_harmless (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *harmless = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (harmless, is_harmful (c) ? ' ' : c);
    }
  return g_string_free (harmless, FALSE);
}

static void
print_to (FILE *file, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  g_autofree char *harmless = dup_harmless (text);

  fputs (harmless, file);
}

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2
                                                                    : 1;
    }
  return width;
}

/* Cut off where it would be wider than @width. */
static char *
dup_cut (const char *cell, guint width)
{
  const char *end = cell;
  guint is = 0;

  if (measure (cell) <= width)
    return g_strdup (cell);
  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      gunichar c = g_utf8_get_char (end);

      is += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2
                                                                 : 1;
      if (is >= width)
        break;
    }
  return g_strdup_printf ("%.*s…", (int) (end - cell), cell);
}

/* A column of a list that says nothing of anything in it is left out; widths[i] is 0 then. */
static guint *
measure_columns (MusterCtlTable *table)
{
  guint *widths = g_new0 (guint, table->n_columns);
  guint first = table->has_headers ? table->n_columns : 0;

  for (guint i = first; i < table->cells->len; i++)
    widths[i % table->n_columns] = MAX (widths[i % table->n_columns], measure (g_ptr_array_index (table->cells, i)));
  for (guint i = 0; i < first; i++)
    if (widths[i] > 0)
      widths[i] = MAX (widths[i], measure (g_ptr_array_index (table->cells, i)));
  return widths;
}

static void
print_row (MusterCtlTable *table, guint row, const guint *widths)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *cell = g_ptr_array_index (table->cells, row * table->n_columns + i);

      if (widths[i] == 0)
        continue;

      g_string_append (line, cell);
      for (guint width = measure (cell); i + 1 < table->n_columns && width < widths[i] + 2; width++)
        g_string_append_c (line, ' ');
    }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  puts (line->str);
}

void
muster_ctl_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_to (stdout, format, arguments);
  va_end (arguments);
}

void
muster_ctl_print_error (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_to (stderr, format, arguments);
  va_end (arguments);
}

MusterCtlTable *
muster_ctl_table_new (guint n_columns, const char *const *headers)
{
  MusterCtlTable *table = g_new0 (MusterCtlTable, 1);

  table->n_columns = n_columns;
  table->cells = g_ptr_array_new_with_free_func (g_free);
  table->has_headers = headers != NULL;
  if (headers != NULL)
    muster_ctl_table_add (table, headers);
  return table;
}

void
muster_ctl_table_add (MusterCtlTable *table, const char *const *cells)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *cell = dup_harmless (cells[i] != NULL ? cells[i] : "");
      gboolean is_last = i + 1 == table->n_columns;

      g_strdelimit (cell, "\n", ' ');
      g_ptr_array_add (table->cells, is_last ? g_steal_pointer (&cell) : dup_cut (cell, WIDEST));
    }
}

void
muster_ctl_table_add_field (MusterCtlTable *table, const char *label, const char *value)
{
  if (value != NULL)
    muster_ctl_table_add (table, (const char *[]) { label, value });
}

void
muster_ctl_table_print (MusterCtlTable *table)
{
  g_autofree guint *widths = measure_columns (table);
  guint n_rows = table->cells->len / table->n_columns;

  for (guint row = table->has_headers && n_rows == 1 ? 1 : 0; row < n_rows; row++)
    print_row (table, row, widths);
}

void
muster_ctl_table_free (MusterCtlTable *table)
{
  g_ptr_array_unref (table->cells);
  g_free (table);
}

JsonBuilder *
muster_ctl_json_new (void)
{
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  return json;
}

/* One call of the program prints one object. */
static char *damage;

void
muster_ctl_json_note_damage (const char *text)
{
  g_set_str (&damage, text);
}

static char **warnings;

void
muster_ctl_json_note_warnings (char **texts)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  if (warnings != NULL)
    g_strv_builder_addv (all, (const char **) warnings);
  g_strv_builder_addv (all, (const char **) texts);
  g_strfreev (warnings);
  warnings = g_strv_builder_end (all);
}

void
muster_ctl_json_print (JsonBuilder *json)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  if (warnings != NULL)
    muster_ctl_json_texts (json, "warnings", (const char *const *) warnings);
  if (damage != NULL)
    muster_ctl_json_text (json, "damage", damage);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  puts (text);
}

void
muster_ctl_json_text (JsonBuilder *json, const char *key, const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  json_builder_set_member_name (json, key);
  if (valid != NULL)
    json_builder_add_string_value (json, valid);
  else
    json_builder_add_null_value (json);
}

void
muster_ctl_json_number (JsonBuilder *json, const char *key, gint64 value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_int_value (json, value);
}

void
muster_ctl_json_flag (JsonBuilder *json, const char *key, gboolean value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_boolean_value (json, value);
}

void
muster_ctl_json_day (JsonBuilder *json, const char *key, const GDate *day)
{
  g_autofree char *text = muster_date_to_iso (day);

  muster_ctl_json_text (json, key, text);
}

void
muster_ctl_json_time (JsonBuilder *json, const char *key, gint64 time)
{
  g_autoptr (GDateTime) moment = time != 0 ? g_date_time_new_from_unix_utc_usec (time) : NULL;
  g_autofree char *text = moment != NULL ? g_date_time_format_iso8601 (moment) : NULL;

  muster_ctl_json_text (json, key, text);
}

void
muster_ctl_json_texts (JsonBuilder *json, const char *key, const char *const *values)
{
  muster_ctl_json_begin_list (json, key);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (json, values[i]);
  json_builder_end_array (json);
}

void
muster_ctl_json_begin_list (JsonBuilder *json, const char *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
}

char *
muster_ctl_dup_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local_usec (time);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M") : g_strdup ("");
}
