/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-bundle.h"

static void
block_free (gpointer data)
{
  MusterBundleBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

static MusterBundlePart *
part_new (const char *title)
{
  MusterBundlePart *part = g_new0 (MusterBundlePart, 1);

  part->title = g_strdup (title);
  part->blocks = g_ptr_array_new_with_free_func (block_free);
  return part;
}

static void
part_free (gpointer data)
{
  MusterBundlePart *part = data;

  g_free (part->title);
  g_ptr_array_unref (part->blocks);
  g_free (part);
}

MusterBundle *
muster_bundle_new (void)
{
  MusterBundle *bundle = g_new0 (MusterBundle, 1);

  bundle->cover = part_new ("");
  bundle->parts = g_ptr_array_new_with_free_func (part_free);
  return bundle;
}

void
muster_bundle_free (MusterBundle *bundle)
{
  if (bundle == NULL)
    return;
  g_free (bundle->number);
  g_free (bundle->title);
  g_free (bundle->subtitle);
  g_free (bundle->agency);
  g_free (bundle->notice);
  g_free (bundle->checkpoint);
  part_free (bundle->cover);
  g_ptr_array_unref (bundle->parts);
  g_free (bundle);
}

MusterBundlePart *
muster_bundle_add_part (MusterBundle *bundle, const char *title)
{
  MusterBundlePart *part = part_new (title);

  g_ptr_array_add (bundle->parts, part);
  return part;
}

static MusterBundleBlock *
add_block (MusterBundlePart *part, MusterBundleBlockKind kind, const char *text)
{
  MusterBundleBlock *block = g_new0 (MusterBundleBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (part->blocks, block);
  return block;
}

void
muster_bundle_part_add_heading (MusterBundlePart *part, const char *text)
{
  add_block (part, MUSTER_BUNDLE_HEADING, text);
}

void
muster_bundle_part_add_text (MusterBundlePart *part, const char *text)
{
  if (text != NULL)
    add_block (part, MUSTER_BUNDLE_TEXT, text);
}

static MusterBundleBlock *
get_last (MusterBundlePart *part)
{
  return part->blocks->len > 0 ? part->blocks->pdata[part->blocks->len - 1] : NULL;
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static void
add_row (MusterBundleBlock *block, const char *const *cells)
{
  char **row = g_new0 (char *, block->n_columns + 1);

  for (guint i = 0; i < block->n_columns; i++)
    row[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  g_ptr_array_add (block->rows, row);
}

static MusterBundleBlock *
add_rows (MusterBundlePart *part, MusterBundleBlockKind kind, guint n_columns, const guint *shares)
{
  MusterBundleBlock *block = add_block (part, kind, NULL);

  g_assert (n_columns <= MUSTER_BUNDLE_MOST_COLUMNS);
  block->rows = g_ptr_array_new_with_free_func (free_row);
  block->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    block->shares[i] = shares[i];
  return block;
}

void
muster_bundle_part_add_fact (MusterBundlePart *part, const char *label, const char *value)
{
  static const guint shares[] = { 28, 72 };
  MusterBundleBlock *block = get_last (part);

  if (value == NULL)
    return;
  if (block == NULL || block->kind != MUSTER_BUNDLE_FACTS)
    block = add_rows (part, MUSTER_BUNDLE_FACTS, 2, shares);
  add_row (block, (const char *[]) { label, value });
}

void
muster_bundle_part_begin_table (MusterBundlePart *part, const char *const *headings, const guint *shares)
{
  MusterBundleBlock *block = add_rows (part, MUSTER_BUNDLE_TABLE, g_strv_length ((char **) headings), shares);

  add_row (block, headings);
}

void
muster_bundle_part_add_row (MusterBundlePart *part, const char *const *cells)
{
  MusterBundleBlock *block = get_last (part);

  g_return_if_fail (block != NULL && block->kind == MUSTER_BUNDLE_TABLE);
  add_row (block, cells);
}

static void
redact_text (MusterRedactor *redactor, const char *where, char **text)
{
  char *left = muster_redactor_dup_words (redactor, where, *text);

  g_free (*text);
  *text = left;
}

static void
redact_part (MusterRedactor *redactor, const char *where, MusterBundlePart *part)
{
  for (guint i = 0; i < part->blocks->len; i++)
    {
      MusterBundleBlock *block = part->blocks->pdata[i];

      redact_text (redactor, where, &block->text);
      for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
        for (guint cell = 0; cell < block->n_columns; cell++)
          redact_text (redactor, where, &((char **) block->rows->pdata[row])[cell]);
    }
  redact_text (redactor, where, &part->title);
}

void
muster_bundle_redact (MusterBundle *bundle, MusterRedactor *redactor)
{
  char **texts[] = { &bundle->title, &bundle->subtitle, &bundle->agency, &bundle->notice };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    redact_text (redactor, bundle->number, texts[i]);
  redact_part (redactor, bundle->number, bundle->cover);
  for (guint i = 0; i < bundle->parts->len; i++)
    {
      MusterBundlePart *part = bundle->parts->pdata[i];
      g_autofree char *where = g_strdup (part->title);

      redact_part (redactor, where, part);
    }
}
