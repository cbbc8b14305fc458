/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-letter-template-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-text.h"

#define N_HEADERS 4

typedef struct
{
  MusterLetterTemplate *letter_template;
  guint line;
  guint fields; /* that stand in it for certain */
  GError **error;
} Reading;

static const char *const headers[N_HEADERS] = { "Kind: ", "Language: ", "To: ", "Title: " };
static const char *const addressees[] = {
  [MUSTER_LETTER_TO_PERSON] = "person",
  [MUSTER_LETTER_TO_MARKETPLACE] = "marketplace",
  [MUSTER_LETTER_TO_AGENCY] = "agency",
};

static void
block_free (gpointer data)
{
  MusterTemplateBlock *block = data;

  g_free (block->text);
  g_free (block);
}

void
muster_letter_template_free (MusterLetterTemplate *letter_template)
{
  if (letter_template == NULL)
    return;
  g_free (letter_template->language);
  g_free (letter_template->title);
  g_ptr_array_unref (letter_template->blocks);
  g_free (letter_template);
}

static gboolean refuse (Reading *reading, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (Reading *reading, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: the number of a line of a letter’s template; a sentence that says what is wrong follows. */
  g_set_error (reading->error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Line %u of the template: %s"), reading->line, what);
  return FALSE;
}

static gboolean
read_field (Reading *reading, const char *name, guint *fields)
{
  g_autoptr (GError) problem = NULL;
  MusterLetterField field;

  if (!muster_letter_field_find (name, &field, &problem))
    return refuse (reading, "%s", problem->message);
  if ((muster_letter_kind_get_fields (reading->letter_template->kind) & MUSTER_LETTER_BIT (field)) == 0)
    return refuse (reading, _("“%s” has no field “%s”."), muster_letter_kind_get_label (reading->letter_template->kind), name);
  *fields |= MUSTER_LETTER_BIT (field);
  return TRUE;
}

/* Which fields stand in @text. */
static gboolean
read_fields (Reading *reading, const char *text, guint *fields)
{
  for (const char *brace = strpbrk (text, "{}"); brace != NULL; brace = strpbrk (brace, "{}"))
    {
      g_autofree char *name = NULL;
      const char *end;

      if (brace[0] == brace[1])
        {
          brace += 2;
          continue;
        }
      end = brace[0] == '{' ? strpbrk (brace + 1, "{}") : NULL;
      if (end == NULL || *end != '}')
        return refuse (reading, _("There is a brace without the other one. Write two where a brace is meant."));
      name = g_strndup (brace + 1, end - brace - 1);
      if (!read_field (reading, name, fields))
        return FALSE;
      brace = end + 1;
    }
  return TRUE;
}

static gboolean
read_header (Reading *reading, guint index, const char *line)
{
  MusterLetterTemplate *letter_template = reading->letter_template;
  g_autofree char *value = g_str_has_prefix (line, headers[index]) ? muster_text_dup_tidy (line + strlen (headers[index])) : NULL;
  g_autoptr (GError) problem = NULL;
  guint fields = 0;

  if (value == NULL)
    return refuse (reading, _("Here “%s” and its value must stand."), headers[index]);
  if (index == 0)
    {
      letter_template->kind = muster_letter_kind_find (value, &problem);
      return letter_template->kind != NULL || refuse (reading, "%s", problem->message);
    }
  if (index == 1)
    {
      letter_template->language = g_strdup (value);
      return (strlen (value) == 2 && g_ascii_islower (value[0]) && g_ascii_islower (value[1])) || refuse (reading, _("“%s” is not a language: give its two small letters, such as “en”."), value);
    }
  if (index == 2)
    return g_str_equal (value, addressees[letter_template->kind->addressee]) ||
           refuse (reading, _("“%s” is not whom this letter goes to: that is “%s”."), value, addressees[letter_template->kind->addressee]);
  letter_template->title = g_strdup (value);
  return read_fields (reading, value, &fields) && (fields == 0 || refuse (reading, _("The title has no fields.")));
}

static gboolean
read_block (Reading *reading, const char *paragraph)
{
  static const struct
  {
    const char *mark;
    MusterLetterStyle style;
    gboolean optional;
  } marks[] = { { "# ", MUSTER_LETTER_HEADING, FALSE }, { "- ", MUSTER_LETTER_ITEM, FALSE }, { "? ", MUSTER_LETTER_PARAGRAPH, TRUE } };
  MusterTemplateBlock *block = g_new0 (MusterTemplateBlock, 1);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (paragraph, marks[i].mark))
      {
        block->style = marks[i].style;
        block->optional = marks[i].optional;
        paragraph += strlen (marks[i].mark);
        break;
      }
  block->text = muster_text_dup_tidy (paragraph);
  if (block->text == NULL)
    block->text = g_strdup ("");
  g_ptr_array_add (reading->letter_template->blocks, block);
  if (!read_fields (reading, block->text, &block->fields))
    return FALSE;
  if (!block->optional)
    reading->fields |= block->fields;
  return TRUE;
}

static gboolean
read_body (Reading *reading, char **lines)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  guint first = reading->line;

  for (guint i = 0; TRUE; i++)
    {
      gboolean ends = lines[i] == NULL || muster_text_is_blank (lines[i]);

      if (ends && paragraph->len > 0)
        {
          reading->line = first;
          if (!read_block (reading, paragraph->str))
            return FALSE;
          g_string_truncate (paragraph, 0);
        }
      if (lines[i] == NULL)
        return TRUE;
      if (ends)
        continue;
      if (paragraph->len == 0)
        first = i + N_HEADERS + 1;
      g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? "\n" : "", lines[i]);
    }
}

/* What stands only at times does not count: the paper must always say it. */
static gboolean
check_required (Reading *reading)
{
  guint missing = reading->letter_template->kind->required & ~reading->fields;
  int bit = g_bit_nth_lsf (missing, -1);

  if (bit < 0)
    return TRUE;
  g_set_error (reading->error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The template of “%s” does not say {%s}, and such a letter must, in a paragraph that always stands."),
               muster_letter_kind_get_label (reading->letter_template->kind), muster_letter_field_get_name (bit));
  return FALSE;
}

static gboolean
check_text (const char *text, gsize length, GError **error)
{
  if (length > MUSTER_LETTER_TEMPLATE_MAX_SIZE)
    {
      guint line = 1;

      for (gsize i = 0; i < MUSTER_LETTER_TEMPLATE_MAX_SIZE; i++)
        line += text[i] == '\n';
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Line %u of the template: here it gets longer than the %d bytes that it may have. It has %u."), line, MUSTER_LETTER_TEMPLATE_MAX_SIZE, (guint) MIN (length, G_MAXUINT));
      return FALSE;
    }
  if (g_utf8_validate_len (text, length, NULL))
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The template is not text in UTF-8. Save it as such."));
  return FALSE;
}

MusterLetterTemplate *
muster_letter_template_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (MusterLetterTemplate) letter_template = g_new0 (MusterLetterTemplate, 1);
  Reading reading = { .letter_template = letter_template, .error = error };
  gsize size = length < 0 ? strlen (text) : length;
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;

  letter_template->blocks = g_ptr_array_new_with_free_func (block_free);
  if (!check_text (text, size, error))
    return NULL;
  copy = g_strndup (text, size);
  lines = g_strsplit (g_strdelimit (copy, "\r", ' '), "\n", -1);
  for (guint i = 0; i < N_HEADERS; i++)
    {
      reading.line = i + 1;
      if (!read_header (&reading, i, i < g_strv_length (lines) ? lines[i] : ""))
        return NULL;
    }
  if (!read_body (&reading, lines + N_HEADERS) || !check_required (&reading))
    return NULL;
  return g_steal_pointer (&letter_template);
}

const MusterLetterKind *
muster_letter_template_get_kind (MusterLetterTemplate *letter_template)
{
  return letter_template->kind;
}

const char *
muster_letter_template_get_language (MusterLetterTemplate *letter_template)
{
  return letter_template->language;
}
