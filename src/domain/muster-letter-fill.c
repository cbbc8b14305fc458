/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-letter-template-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-text.h"

static void
letter_block_free (gpointer data)
{
  MusterLetterBlock *block = data;

  g_free (block->text);
  g_free (block);
}

void
muster_letter_free (MusterLetter *letter)
{
  if (letter == NULL)
    return;
  g_free (letter->language);
  g_free (letter->title);
  g_free (letter->agency);
  g_free (letter->addressee);
  g_free (letter->day);
  g_free (letter->number);
  g_clear_pointer (&letter->blocks, g_ptr_array_unref);
  g_free (letter);
}

static void
add_block (MusterLetter *letter, MusterLetterStyle style, char *text)
{
  MusterLetterBlock *block = g_new0 (MusterLetterBlock, 1);

  block->style = style;
  block->text = text;
  g_ptr_array_add (letter->blocks, block);
}

static const char *
get_value (const char *const *values, const char *name, gsize length)
{
  g_autofree char *field_name = g_strndup (name, length);
  MusterLetterField field;

  return muster_letter_field_find (field_name, &field, NULL) ? values[field] : NULL;
}

static char *
dup_filled (const char *text, const char *const *values)
{
  GString *filled = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize plain = strcspn (text, "{}");

      g_string_append_len (filled, text, plain);
      text += plain;
      if (*text == '\0')
        break;
      if (text[0] == text[1])
        {
          g_string_append_c (filled, *text);
          text += 2;
          continue;
        }
      plain = strcspn (text + 1, "}");
      g_string_append (filled, get_value (values, text + 1, plain));
      text += plain + 2;
    }
  return g_string_free_and_steal (filled);
}

/* A field of several lines that stands alone is a list. */
static gboolean
add_list (MusterLetter *letter, const MusterTemplateBlock *block, const char *const *values)
{
  gsize length = strlen (block->text);
  g_auto (GStrv) lines = NULL;
  const char *value;

  if (length < 2 || block->text[0] != '{' || block->text[1] == '{' || strchr (block->text, '}') != block->text + length - 1)
    return FALSE;
  value = get_value (values, block->text + 1, length - 2);
  if (strchr (value, '\n') == NULL && block->fields != MUSTER_LETTER_BIT (MUSTER_LETTER_GROUNDS) && block->fields != MUSTER_LETTER_BIT (MUSTER_LETTER_STEPS))
    return FALSE;
  lines = g_strsplit (value, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!muster_text_is_blank (lines[i]))
      add_block (letter, MUSTER_LETTER_ITEM, g_strdup (lines[i]));
  return TRUE;
}

/* Returns: the first field in @block without a value; MUSTER_N_LETTER_FIELDS where there is none. */
static MusterLetterField
find_empty (const MusterTemplateBlock *block, const char *const *values)
{
  for (guint field = 0; field < MUSTER_N_LETTER_FIELDS; field++)
    if ((block->fields & MUSTER_LETTER_BIT (field)) != 0 && muster_text_is_blank (values[field]))
      return field;
  return MUSTER_N_LETTER_FIELDS;
}

static gboolean
fill_block (MusterLetter *letter, const MusterTemplateBlock *block, const char *const *values, GError **error)
{
  MusterLetterField empty = find_empty (block, values);

  if (empty == MUSTER_N_LETTER_FIELDS)
    {
      if (!add_list (letter, block, values))
        add_block (letter, block->style, dup_filled (block->text, values));
      return TRUE;
    }
  if (block->optional)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The letter is not created: there is nothing to put for {%s}. Complete the record, or change the template."), muster_letter_field_get_name (empty));
  return FALSE;
}

MusterLetter *
muster_letter_template_fill (MusterLetterTemplate *letter_template, const char *const *values, GError **error)
{
  g_autoptr (MusterLetter) letter = g_new0 (MusterLetter, 1);

  letter->language = g_strdup (letter_template->language);
  letter->title = g_strdup (letter_template->title);
  letter->agency = g_strdup (values[MUSTER_LETTER_AGENCY]);
  letter->addressee = g_strdup (letter_template->kind->addressee == MUSTER_LETTER_TO_PERSON ? values[MUSTER_LETTER_PERSON] : NULL);
  letter->day = g_strdup (values[MUSTER_LETTER_DAY]);
  letter->number = g_strdup (values[MUSTER_LETTER_NUMBER]);
  letter->blocks = g_ptr_array_new_with_free_func (letter_block_free);
  for (guint i = 0; i < letter_template->blocks->len; i++)
    if (!fill_block (letter, letter_template->blocks->pdata[i], values, error))
      return NULL;
  return g_steal_pointer (&letter);
}
