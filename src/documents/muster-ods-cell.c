/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-ods-cell.h"

#include <string.h>

#include "documents/muster-number-text.h"
#include "documents/muster-workbook-protocol.h"
#include "documents/muster-xml-reader.h"

#define MAX_REPEATED (2 * MUSTER_WORKBOOK_MAX_ROW)
/* One byte too many, so that it is refused and not cut off. */
#define MAX_TEXT (MUSTER_WORKBOOK_MAX_CELL + 1)

void
muster_ods_cell_init (MusterOdsCell *cell)
{
  memset (cell, 0, sizeof *cell);
  cell->text = g_string_new (NULL);
}

void
muster_ods_cell_clear (MusterOdsCell *cell)
{
  g_clear_pointer (&cell->type, g_free);
  g_clear_pointer (&cell->value, g_free);
  g_string_free (cell->text, TRUE);
}

void
muster_ods_cell_start (MusterOdsCell *cell, gboolean is_covered, const char **attributes)
{
  static const char *const values[] = { "value", "date-value", "time-value", "boolean-value", "string-value" };
  const char *value = NULL;

  g_free (cell->type);
  g_free (cell->value);
  cell->type = g_strdup (muster_xml_get (attributes, ":office:", "value-type"));
  for (guint i = 0; value == NULL && i < G_N_ELEMENTS (values); i++)
    value = muster_xml_get (attributes, ":office:", values[i]);
  cell->value = g_strdup (value);
  cell->repeated = muster_xml_to_number (muster_xml_get (attributes, NULL, "number-columns-repeated"), 1, MAX_REPEATED);
  cell->is_covered = is_covered;
  cell->is_error = g_strcmp0 (muster_xml_get (attributes, "calcext", "value-type"), "error") == 0;
  cell->n_paragraphs = 0;
  g_string_truncate (cell->text, 0);
}

static void
append_bounded (MusterOdsCell *cell, const char *text, gsize length)
{
  g_string_append_len (cell->text, text, MIN (length, MAX_TEXT - cell->text->len));
}

void
muster_ods_cell_start_paragraph (MusterOdsCell *cell)
{
  if (cell->n_paragraphs++ > 0)
    append_bounded (cell, "\n", 1);
  cell->is_after_space = TRUE;
}

void
muster_ods_cell_append (MusterOdsCell *cell, const char *text, gsize length)
{
  for (gsize used = 0; used < length;)
    {
      gsize word = 0;

      while (used + word < length && !g_ascii_isspace (text[used + word]))
        word++;
      append_bounded (cell, text + used, word);
      cell->is_after_space = cell->is_after_space && word == 0;
      used += word;
      if (used == length)
        break;
      if (!cell->is_after_space)
        append_bounded (cell, " ", 1);
      cell->is_after_space = TRUE;
      used++;
    }
}

void
muster_ods_cell_append_letters (MusterOdsCell *cell, char letter, guint n)
{
  for (guint i = 0; i < n && cell->text->len < MAX_TEXT; i++)
    g_string_append_c (cell->text, letter);
  cell->is_after_space = FALSE;
}

/* Shown with zeros that fill it up. */
static gboolean
is_padded (MusterOdsCell *cell, double value)
{
  const char *text = cell->text->str;

  return text[0] == '0' && text[1] != '\0' && text[strspn (text, "0123456789")] == '\0' && g_ascii_strtod (text, NULL) == value;
}

static void
append_number (MusterOdsCell *cell, GString *text)
{
  const MusterNumberFormat plain = { MUSTER_NUMBER_PLAIN, 0 };
  char *end;
  double value = g_ascii_strtod (cell->value, &end);

  if (end == cell->value || *end != '\0')
    g_string_append (text, cell->value);
  else if (is_padded (cell, value))
    g_string_append (text, cell->text->str);
  else
    muster_number_append (text, value, cell->value, plain, FALSE);
}

/* “2024-03-01T14:30:00”: the time counts if it is shown. */
static void
append_date (MusterOdsCell *cell, GString *text)
{
  const char *clock = strchr (cell->value, 'T');

  g_string_append_len (text, cell->value, clock != NULL ? (gsize) (clock - cell->value) : strlen (cell->value));
  if (clock != NULL && strpbrk (clock, "123456789") != NULL && (cell->text->len == 0 || strchr (cell->text->str, ':') != NULL))
    g_string_append_printf (text, " %.8s", clock + 1);
}

/* “PT14H30M00.5S” */
static void
append_time (MusterOdsCell *cell, GString *text)
{
  static const char units[] = "HMS";
  guint parts[3] = { 0, 0, 0 };

  for (const char *p = cell->value; *p != '\0'; p++)
    {
      const char *end = p + strspn (p, "0123456789");
      const char *unit = end + strspn (end, ".,0123456789");
      const char *found = *unit != '\0' ? strchr (units, *unit) : NULL;

      if (end > p && found != NULL)
        parts[found - units] = muster_xml_to_number (p, 0, 1000000);
      if (end > p)
        p = *unit != '\0' ? unit : unit - 1;
    }
  g_string_append_printf (text, "%02u:%02u:%02u", parts[0], parts[1], parts[2]);
}

void
muster_ods_cell_finish (MusterOdsCell *cell, GString *text)
{
  static const char *const numbers[] = { "float", "percentage", "currency", NULL };

  if (cell->is_covered)
    return;
  if (cell->type != NULL && cell->value != NULL && !cell->is_error)
    {
      if (g_strv_contains (numbers, cell->type))
        return append_number (cell, text);
      if (strcmp (cell->type, "date") == 0)
        return append_date (cell, text);
      if (strcmp (cell->type, "time") == 0)
        return append_time (cell, text);
      if (strcmp (cell->type, "boolean") == 0)
        {
          g_string_append (text, strcmp (cell->value, "true") == 0 ? "TRUE" : "FALSE");
          return;
        }
    }
  if (cell->n_paragraphs == 0 && cell->value != NULL)
    g_string_append_len (text, cell->value, MIN (strlen (cell->value), MAX_TEXT));
  else
    g_string_append_len (text, cell->text->str, cell->text->len);
}
