/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-list-comparison.h"

#include <stdlib.h>
#include <string.h>

#include "domain/muster-import-repair.h"
#include "domain/muster-list-cell.h"
#include "domain/muster-list-rank.h"

#define MAX_NPN 10
#define MAX_SAID 500

/* Of events that nobody can put in an order the gravest counts. */
static const guint8 gravity[MUSTER_N_LIST_FINDINGS] = {
  [MUSTER_LIST_UNREADABLE] = 1,
  [MUSTER_LIST_STATUS_UNKNOWN] = 2,
  [MUSTER_LIST_TERMINATED] = 3,
};

struct _MusterListComparison
{
  MusterPublicLists *lists;
  MusterListLayout layout;
  char **headers;
  guint n_headers;
  guint year;
  guint32 today;
  GArray *words; /* MusterListWord, by NPN */
  guint n_rows;
  guint n_unreadable;
  guint first_unreadable;
  guint n_nameless;
};

static int
compare_npns (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return left < right ? -1 : left > right;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return compare_npns (&((const MusterListWord *) a)->npn, &((const MusterListWord *) b)->npn);
}

static void
word_clear (gpointer data)
{
  g_free (((MusterListWord *) data)->said);
}

static MusterListWord *
find_word (MusterListComparison *comparison, guint64 npn)
{
  const MusterListWord wanted = { .npn = npn };

  if (comparison->words->len == 0)
    return NULL;
  return bsearch (&wanted, comparison->words->data, comparison->words->len, sizeof wanted, compare_words);
}

static const char *
get_cell (MusterListComparison *comparison, const char *const *cells, MusterListColumn column)
{
  int index = comparison->layout.columns[column];

  return index >= 0 ? cells[index] : "";
}

static void
count_unreadable (MusterListComparison *comparison, guint line)
{
  if (comparison->n_unreadable++ == 0)
    comparison->first_unreadable = line;
}

/* The row as a person may read it, its NPN apart where that is known. */
static char *
dup_said (MusterListComparison *comparison, const char *const *cells)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->n_headers && text->len < MAX_SAID; i++)
    {
      if (*cells[i] == '\0' || ((int) i == comparison->layout.columns[MUSTER_LIST_COLUMN_NPN] && muster_list_npn_read (cells[i]) != 0))
        continue;
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", comparison->headers[i], cells[i]);
    }
  if (text->len > MAX_SAID)
    {
      g_string_truncate (text, MAX_SAID);
      g_string_truncate (text, g_utf8_find_prev_char (text->str, text->str + MAX_SAID) - text->str);
      g_string_append (text, "…");
    }
  return g_string_free_and_steal (text);
}

static void
take_row (MusterListComparison *comparison, MusterListWord *word, const char *const *cells, guint line)
{
  word->line = line;
  g_clear_pointer (&word->said, g_free);
  if (word->finding != MUSTER_LIST_NOTHING)
    word->said = dup_said (comparison, cells);
}

static void
add_registration (MusterListComparison *comparison, MusterListWord *word, const char *const *cells, guint line)
{
  guint year = muster_list_year_read (get_cell (comparison, cells, MUSTER_LIST_COLUMN_YEAR));
  guint rank = muster_list_rank_row (&comparison->layout, cells, comparison->year, comparison->today);

  if (rank == MUSTER_LIST_RANK_UNREADABLE)
    count_unreadable (comparison, line);
  if (rank < word->rank || (rank == word->rank && (rank != MUSTER_LIST_RANK_OTHER_YEAR || year <= word->year)))
    return;
  word->rank = rank;
  word->year = year;
  word->finding = muster_list_rank_get_finding (rank);
  take_row (comparison, word, cells, line);
}

/* Whether what the row says is what counts from here on. Where a day is missing by which an event could be put in order, the graver one counts. */
static gboolean
counts (MusterListWord *word, MusterListFinding finding, guint32 day, gboolean is_undated)
{
  gboolean was_undated = word->is_undated;

  word->is_undated |= is_undated;
  if (was_undated || (is_undated && word->line != 0))
    return gravity[finding] > gravity[word->finding];
  return day >= word->day;
}

static void
set_status (MusterListWord *word, const char *status)
{
  status += strspn (status, " \t");
  g_strlcpy (word->status, status, sizeof word->status);
  g_strchomp (word->status);
}

static void
add_termination (MusterListComparison *comparison, MusterListWord *word, const char *const *cells, guint line)
{
  guint year = muster_list_year_read (get_cell (comparison, cells, MUSTER_LIST_COLUMN_YEAR));
  const char *status = get_cell (comparison, cells, MUSTER_LIST_COLUMN_STATUS);
  MusterListFinding finding = muster_public_lists_find_status (comparison->lists, status, NULL);
  guint32 event, lifted;
  MusterListCell event_cell = muster_list_cell_read (get_cell (comparison, cells, MUSTER_LIST_COLUMN_EVENT), &event);
  /* The column says a day, or only that it was so. */
  MusterListCell lifted_cell = muster_list_cell_read (get_cell (comparison, cells, MUSTER_LIST_COLUMN_LIFTED), &lifted);
  gboolean is_unreadable = event_cell == MUSTER_LIST_CELL_BAD || lifted_cell == MUSTER_LIST_CELL_BAD || year == MUSTER_LIST_BAD_YEAR;
  guint32 day = MAX (event, lifted);

  if (comparison->year != 0 && year != comparison->year && year != MUSTER_LIST_BAD_YEAR)
    return;
  if (is_unreadable)
    count_unreadable (comparison, line);
  /* Whether it was given back before or after something else nobody can say. */
  if (is_unreadable && day == 0 && finding == MUSTER_LIST_REINSTATED)
    finding = MUSTER_LIST_UNREADABLE;
  if (!counts (word, finding, day, day == 0 && gravity[finding] > 0))
    return;
  word->day = day;
  word->year = year == MUSTER_LIST_BAD_YEAR ? 0 : year;
  word->finding = finding;
  set_status (word, status);
  take_row (comparison, word, cells, line);
}

/* A row whose NPN is damaged speaks of nobody for certain; whom it may mean is to be looked up. */
static void
add_nameless (MusterListComparison *comparison, const char *const *cells, guint line)
{
  g_autofree char *text = g_strstrip (g_strdup (get_cell (comparison, cells, MUSTER_LIST_COLUMN_NPN)));
  const char *rule = NULL;
  g_autofree char *repaired = muster_import_repair (MUSTER_FIELD_NPN, text, &rule);
  MusterListWord *word = repaired != NULL ? find_word (comparison, muster_list_npn_read (repaired)) : NULL;

  count_unreadable (comparison, line);
  comparison->n_nameless++;
  if (word == NULL || gravity[word->finding] > 0 || word->rank == MUSTER_LIST_RANK_INVALID)
    return;
  word->rank = MUSTER_LIST_RANK_UNREADABLE;
  word->is_undated = TRUE;
  word->finding = MUSTER_LIST_UNREADABLE;
  *word->status = '\0';
  take_row (comparison, word, cells, line);
}

guint64
muster_list_npn_read (const char *text)
{
  guint64 npn = 0;
  guint n = 0;

  text += strspn (text, " \t=\"'");
  if (*text == '0')
    return 0;
  for (; g_ascii_isdigit (*text); text++, n++)
    npn = npn * 10 + (*text - '0');
  return n <= MAX_NPN && text[strspn (text, " \t\"")] == '\0' ? npn : 0;
}

/* In order, each NPN once. */
static GArray *
make_words (MusterListKind kind, const guint64 *npns, guint n_npns)
{
  GArray *words = g_array_sized_new (FALSE, TRUE, sizeof (MusterListWord), n_npns);
  g_autofree guint64 *sorted = g_memdup2 (npns, n_npns * sizeof *npns);

  g_array_set_clear_func (words, word_clear);
  if (n_npns > 0)
    qsort (sorted, n_npns, sizeof *sorted, compare_npns);
  for (guint i = 0; i < n_npns; i++)
    {
      const MusterListWord word = { .npn = sorted[i], .finding = kind == MUSTER_LIST_REGISTRATION ? MUSTER_LIST_NOT_REGISTERED : MUSTER_LIST_NOTHING };

      if (i == 0 || sorted[i] != sorted[i - 1])
        g_array_append_val (words, word);
    }
  return words;
}

MusterListComparison *
muster_list_comparison_new (MusterPublicLists *lists, const MusterListLayout *layout, const char *const *headers, guint n_headers, guint year, const GDate *today,
                            const guint64 *npns, guint n_npns)
{
  MusterListComparison *comparison = g_new0 (MusterListComparison, 1);

  comparison->lists = lists;
  comparison->layout = *layout;
  comparison->headers = g_new0 (char *, n_headers + 1);
  for (guint i = 0; i < n_headers; i++)
    comparison->headers[i] = g_strdup (headers[i]);
  comparison->n_headers = n_headers;
  comparison->year = year;
  comparison->today = g_date_get_julian (today);
  comparison->words = make_words (layout->kind, npns, n_npns);
  return comparison;
}

void
muster_list_comparison_free (MusterListComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_clear_pointer (&comparison->words, g_array_unref);
  g_strfreev (comparison->headers);
  g_free (comparison);
}

void
muster_list_comparison_add (MusterListComparison *comparison, const char *const *cells, guint line)
{
  guint64 npn = muster_list_npn_read (get_cell (comparison, cells, MUSTER_LIST_COLUMN_NPN));
  MusterListWord *word;

  comparison->n_rows++;
  if (npn == 0)
    {
      add_nameless (comparison, cells, line);
      return;
    }
  word = find_word (comparison, npn);
  if (word == NULL)
    return;
  if (comparison->layout.kind == MUSTER_LIST_REGISTRATION)
    add_registration (comparison, word, cells, line);
  else
    add_termination (comparison, word, cells, line);
}

const MusterListWord *
muster_list_comparison_find (MusterListComparison *comparison, guint64 npn)
{
  return find_word (comparison, npn);
}

guint
muster_list_comparison_get_n_rows (MusterListComparison *comparison)
{
  return comparison->n_rows;
}

guint
muster_list_comparison_get_n_unreadable (MusterListComparison *comparison, guint *line)
{
  if (line != NULL)
    *line = comparison->first_unreadable;
  return comparison->n_unreadable;
}

guint
muster_list_comparison_get_n_nameless (MusterListComparison *comparison)
{
  return comparison->n_nameless;
}

MusterListKind
muster_list_comparison_get_kind (MusterListComparison *comparison)
{
  return comparison->layout.kind;
}

guint
muster_list_comparison_get_year (MusterListComparison *comparison)
{
  return comparison->year;
}

gboolean
muster_list_concerns (MusterCertificationState state)
{
  return state != MUSTER_STATE_NONE && state != MUSTER_STATE_DENIED && state != MUSTER_STATE_WITHDRAWN && state != MUSTER_STATE_INACTIVE;
}

MusterListFinding
muster_list_judge (const MusterListWord *word, MusterCertificationState state)
{
  if (state == MUSTER_STATE_REVOKED && word->finding != MUSTER_LIST_REINSTATED)
    return MUSTER_LIST_NOTHING;
  return word->finding;
}
