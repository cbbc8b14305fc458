/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-list-comparison.h"

#include <stdlib.h>
#include <string.h>

#include "domain/muster-import-date.h"

#define MAX_NPN 10
#define MAX_SAID 500
#define MAX_YEAR 9999

/* What a row says of a registration, the better the higher. */
enum
{
  RANK_NO_ROW,
  RANK_OTHER_YEAR,
  RANK_NO_REGISTRATION,
  RANK_ENDED,
  RANK_SHOP_ONLY,
  RANK_REGISTERED,
  RANK_INVALID, /* whatever else it says */
};

static const MusterListFinding rank_findings[] = {
  [RANK_NO_ROW] = MUSTER_LIST_NOT_REGISTERED,
  [RANK_OTHER_YEAR] = MUSTER_LIST_NOT_REGISTERED,
  [RANK_NO_REGISTRATION] = MUSTER_LIST_NOT_REGISTERED,
  [RANK_ENDED] = MUSTER_LIST_REGISTRATION_ENDED,
  [RANK_SHOP_ONLY] = MUSTER_LIST_SHOP_ONLY,
  [RANK_REGISTERED] = MUSTER_LIST_NOTHING,
  [RANK_INVALID] = MUSTER_LIST_NPN_INVALID,
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

static gboolean
is_nothing (const char *cell)
{
  cell += strspn (cell, " \t");
  if (*cell == '-')
    cell++;
  return cell[strspn (cell, " \t")] == '\0';
}

/* The Julian day of a cell; 0 for none. */
static gboolean
read_day (const char *cell, guint32 *day)
{
  GDate date;
  MusterDateReading reading = muster_import_date_read (cell, MUSTER_DATE_ORDER_MONTH_FIRST, &date, NULL, NULL);

  *day = reading == MUSTER_DATE_PLAIN || reading == MUSTER_DATE_SERIAL ? g_date_get_julian (&date) : 0;
  return reading != MUSTER_DATE_BAD;
}

static guint
read_year (const char *cell)
{
  guint64 year;
  g_autofree char *text = g_strstrip (g_strdup (cell));

  return g_ascii_string_to_unsigned (text, 10, 0, MAX_YEAR, &year, NULL) ? year : 0;
}

static void
count_unreadable (MusterListComparison *comparison, guint line)
{
  if (comparison->n_unreadable++ == 0)
    comparison->first_unreadable = line;
}

/* The row as a person may read it, its NPN apart, which is known. */
static char *
dup_said (MusterListComparison *comparison, const char *const *cells)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->n_headers && text->len < MAX_SAID; i++)
    {
      if ((int) i == comparison->layout.columns[MUSTER_LIST_COLUMN_NPN] || *cells[i] == '\0')
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

/* Whether it is on the day, its last day included. */
static gboolean
is_live (MusterListComparison *comparison, const char *const *cells, MusterListColumn registered, MusterListColumn ends, gboolean *is_readable)
{
  guint32 end;

  if (is_nothing (get_cell (comparison, cells, registered)))
    return FALSE;
  /* An end that nobody can read does not end a registration; the row is counted as unreadable. */
  if (!read_day (get_cell (comparison, cells, ends), &end))
    *is_readable = FALSE;
  return end == 0 || end >= comparison->today;
}

/* “N”; “N/A” and “-” say nothing. */
static gboolean
is_no (const char *cell)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));

  return g_ascii_strcasecmp (text, "n") == 0 || g_ascii_strcasecmp (text, "no") == 0;
}

static guint
rank_registration (MusterListComparison *comparison, const char *const *cells, guint line)
{
  gboolean is_readable = TRUE;
  const char *valid = get_cell (comparison, cells, MUSTER_LIST_COLUMN_VALID);
  gboolean individual = is_live (comparison, cells, MUSTER_LIST_COLUMN_REGISTERED, MUSTER_LIST_COLUMN_ENDS, &is_readable);
  gboolean shop = is_live (comparison, cells, MUSTER_LIST_COLUMN_SHOP_REGISTERED, MUSTER_LIST_COLUMN_SHOP_ENDS, &is_readable);

  if (!is_readable)
    count_unreadable (comparison, line);
  if (is_no (valid))
    return RANK_INVALID;
  if (individual)
    return RANK_REGISTERED;
  if (shop)
    return RANK_SHOP_ONLY;
  if (!is_nothing (get_cell (comparison, cells, MUSTER_LIST_COLUMN_REGISTERED)) || !is_nothing (get_cell (comparison, cells, MUSTER_LIST_COLUMN_SHOP_REGISTERED)))
    return RANK_ENDED;
  return RANK_NO_REGISTRATION;
}

static void
add_registration (MusterListComparison *comparison, MusterListWord *word, const char *const *cells, guint line)
{
  guint year = read_year (get_cell (comparison, cells, MUSTER_LIST_COLUMN_YEAR));
  guint rank = year == comparison->year ? rank_registration (comparison, cells, line) : RANK_OTHER_YEAR;

  if (rank < word->rank || (rank == word->rank && (rank != RANK_OTHER_YEAR || year <= word->year)))
    return;
  word->rank = rank;
  word->year = year;
  word->finding = rank_findings[rank];
  take_row (comparison, word, cells, line);
}

static void
add_termination (MusterListComparison *comparison, MusterListWord *word, const char *const *cells, guint line)
{
  guint year = read_year (get_cell (comparison, cells, MUSTER_LIST_COLUMN_YEAR));
  const char *status = get_cell (comparison, cells, MUSTER_LIST_COLUMN_STATUS);
  guint32 event, lifted;

  if (comparison->year != 0 && year != comparison->year)
    return;
  if (!read_day (get_cell (comparison, cells, MUSTER_LIST_COLUMN_EVENT), &event))
    count_unreadable (comparison, line);
  /* The column says a day, or only that it was so. */
  read_day (get_cell (comparison, cells, MUSTER_LIST_COLUMN_LIFTED), &lifted);
  if (MAX (event, lifted) < word->day)
    return;
  word->day = MAX (event, lifted);
  word->year = year;
  word->finding = muster_public_lists_find_status (comparison->lists, status, NULL);
  status += strspn (status, " \t");
  g_strlcpy (word->status, status, sizeof word->status);
  g_strchomp (word->status);
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
      count_unreadable (comparison, line);
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
