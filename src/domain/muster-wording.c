/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-wording.h"

#include <string.h>

#include "domain/muster-text.h"

/* Grounds outside of the notice have no wording there. */
#define OUTSIDE "EXT-"

static const char *const bullets[] = { "•", "‣", "▪", "●", "◦", "·", "*", "-", "–" };

/* Returns: what follows the sign of an item, “• ” or “12. ” or “(3) ”; %NULL where the line begins none. */
static const char *
find_item (const char *line)
{
  const char *end = line;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]) && g_ascii_isspace (line[strlen (bullets[i])]))
      return line + strlen (bullets[i]);
  end += *end == '(';
  if (!g_ascii_isdigit (*end))
    return NULL;
  while (g_ascii_isdigit (*end))
    end++;
  return (*end == '.' || *end == ')') && g_ascii_isspace (end[1]) ? end + 1 : NULL;
}

static GPtrArray *
list_new (GPtrArray *lists)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lists, list);
  return list;
}

/* An item goes on in lines that stand further in than its sign; what stands between two items otherwise ends the list. */
static GPtrArray *
find_lists (const char *text)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *list = NULL;
  gboolean is_in_item = FALSE;
  gsize place = 0; /* of the sign of the last item */

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize indent = strspn (lines[i], " \t");
      const char *line = g_strstrip (lines[i]), *item = find_item (line);

      if (item != NULL)
        {
          if (list == NULL)
            list = list_new (lists);
          g_ptr_array_add (list, muster_text_dup_tidy (item));
          is_in_item = TRUE;
          place = indent;
        }
      else if (*line == '\0')
        is_in_item = FALSE;
      else if (is_in_item && indent > place)
        {
          char *said = list->pdata[list->len - 1];

          list->pdata[list->len - 1] = g_strconcat (said != NULL ? said : "", " ", line, NULL);
          g_free (said);
        }
      else
        {
          is_in_item = FALSE;
          list = NULL;
        }
    }
  return lists;
}

static gboolean
is_of_part (const MusterClause *clause, const MusterClause *first)
{
  const char *hyphen = strchr (first->id, '-');

  return hyphen != NULL && strncmp (clause->id, first->id, hyphen - first->id + 1) == 0;
}

/* Returns: (transfer container): the whole clauses of the part that begins at @position, which is moved behind it. */
static GPtrArray *
take_part (GPtrArray *clauses, guint *position)
{
  const MusterClause *first = clauses->pdata[*position];
  GPtrArray *part = g_ptr_array_new ();

  for (; *position < clauses->len && is_of_part (clauses->pdata[*position], first); (*position)++)
    if (((const MusterClause *) clauses->pdata[*position])->parent == NULL)
      g_ptr_array_add (part, clauses->pdata[*position]);
  return part;
}

static void
say (GHashTable *wordings, GPtrArray *part, GPtrArray *list)
{
  for (guint i = 0; i < part->len; i++)
    if (list->pdata[i] != NULL)
      g_hash_table_insert (wordings, g_strdup (((const MusterClause *) part->pdata[i])->id), g_strdup (list->pdata[i]));
}

GHashTable *
muster_wording_read (const char *text, MusterClauseCatalogue *catalogue)
{
  GHashTable *wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *clauses = muster_clause_catalogue_get_clauses (catalogue);
  g_autoptr (GPtrArray) lists = find_lists (text != NULL ? text : "");
  guint next = 0;

  for (guint i = 0; i < clauses->len;)
    {
      g_autoptr (GPtrArray) part = take_part (clauses, &i);

      /* One item alone could be anything. */
      if (part->len < 2 || g_str_has_prefix (((const MusterClause *) part->pdata[0])->id, OUTSIDE))
        continue;
      for (guint j = next; j < lists->len; j++)
        if (((GPtrArray *) lists->pdata[j])->len == part->len)
          {
            say (wordings, part, lists->pdata[j]);
            next = j + 1;
            break;
          }
    }
  return wordings;
}

const char *
muster_wording_find (GHashTable *wordings, const MusterClause *clause)
{
  const char *wording = wordings != NULL ? g_hash_table_lookup (wordings, clause->id) : NULL;

  return wording != NULL || wordings == NULL || clause->parent == NULL ? wording : g_hash_table_lookup (wordings, clause->parent);
}
