/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-public-list.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "domain/muster-code.h"
#include "domain/muster-error.h"
#include "domain/muster-import.h"
#include "domain/muster-key-file.h"

#define STATUS_PREFIX "status "
#define FIRST_PLAN_YEAR 2014

typedef struct
{
  char *name;
  guint needs;          /* 1 << MusterListColumn */
  GHashTable *columns;  /* squeezed header → MusterListColumn + 1 */
} List;

typedef struct
{
  MusterListFinding finding;
  char *reason;
} Status;

struct _MusterPublicLists
{
  List lists[MUSTER_N_LIST_KINDS];
  GHashTable *statuses; /* “T3” → Status */
  GDateDay begins_day;
  GDateMonth begins_month;
};

static const char *const kind_codes[] = {
  [MUSTER_LIST_REGISTRATION] = "registration-completion",
  [MUSTER_LIST_TERMINATION] = "suspension-termination",
  [MUSTER_LIST_ROSTER] = "roster-file",
};

static const char *const finding_codes[MUSTER_N_LIST_FINDINGS] = {
  [MUSTER_LIST_NOTHING] = NULL,
  [MUSTER_LIST_NOT_REGISTERED] = "not-registered",
  [MUSTER_LIST_SHOP_ONLY] = "shop-only",
  [MUSTER_LIST_REGISTRATION_ENDED] = "registration-ended",
  [MUSTER_LIST_NPN_INVALID] = "npn-invalid",
  [MUSTER_LIST_TERMINATED] = "terminated",
  [MUSTER_LIST_REINSTATED] = "reinstated",
  [MUSTER_LIST_STATUS_UNKNOWN] = "status-unknown",
  [MUSTER_LIST_NO_NPN] = "no-npn",
  [MUSTER_LIST_STATUS_DIFFERS] = "status-differs",
  [MUSTER_LIST_UNREADABLE] = "row-unreadable",
};

static const char *const finding_labels[MUSTER_N_LIST_FINDINGS] = {
  [MUSTER_LIST_NOTHING] = N_("All is well"),
  [MUSTER_LIST_NOT_REGISTERED] = N_("Not registered"),
  [MUSTER_LIST_SHOP_ONLY] = N_("Registered for small employers only"),
  [MUSTER_LIST_REGISTRATION_ENDED] = N_("Registration ended"),
  [MUSTER_LIST_NPN_INVALID] = N_("NPN not valid"),
  [MUSTER_LIST_TERMINATED] = N_("Suspended or terminated"),
  [MUSTER_LIST_REINSTATED] = N_("Reinstated"),
  [MUSTER_LIST_STATUS_UNKNOWN] = N_("Listed with an unknown status"),
  [MUSTER_LIST_NO_NPN] = N_("No NPN"),
  [MUSTER_LIST_STATUS_DIFFERS] = N_("Called otherwise in a roster file"),
  [MUSTER_LIST_UNREADABLE] = N_("Listed in a row that cannot be read"),
};

static const char *const finding_advice[MUSTER_N_LIST_FINDINGS] = {
  [MUSTER_LIST_NOTHING] = N_("Nothing is to be done."),
  [MUSTER_LIST_NOT_REGISTERED] = N_("Check the NPN, and ask the person to complete the federal registration for this plan year."),
  [MUSTER_LIST_SHOP_ONLY] = N_("Ask the person to register for the individual Marketplace, or record that only small employers are served."),
  [MUSTER_LIST_REGISTRATION_ENDED] = N_("Ask the person to renew the federal registration."),
  [MUSTER_LIST_NPN_INVALID] = N_("Look up the NPN and the license with the state, and correct the record or see to the license."),
  [MUSTER_LIST_TERMINATED] = N_("Find out what happened, and decide about a corrective action, a suspension or a revocation."),
  [MUSTER_LIST_REINSTATED] = N_("If the person was suspended here because of it, decide about the reinstatement."),
  [MUSTER_LIST_STATUS_UNKNOWN] = N_("Look up what the status means where the list is published."),
  [MUSTER_LIST_NO_NPN] = N_("Enter the NPN: without it a broker cannot be looked up on any list."),
  [MUSTER_LIST_STATUS_DIFFERS] = N_("Ask whoever sent the file what happened, and decide what follows from it: a file certifies and decertifies nobody."),
  [MUSTER_LIST_UNREADABLE] = N_("Look the person up where the list is published: the row is damaged, or says something else than a day, yes or no."),
};

static const char *const column_keys[MUSTER_N_LIST_COLUMNS] = {
  [MUSTER_LIST_COLUMN_NPN] = "Npn",
  [MUSTER_LIST_COLUMN_YEAR] = "Year",
  [MUSTER_LIST_COLUMN_REGISTERED] = "Registered",
  [MUSTER_LIST_COLUMN_ENDS] = "Ends",
  [MUSTER_LIST_COLUMN_SHOP_REGISTERED] = "ShopRegistered",
  [MUSTER_LIST_COLUMN_SHOP_ENDS] = "ShopEnds",
  [MUSTER_LIST_COLUMN_VALID] = "Valid",
  [MUSTER_LIST_COLUMN_STATUS] = "Status",
  [MUSTER_LIST_COLUMN_EVENT] = "Event",
  [MUSTER_LIST_COLUMN_LIFTED] = "Lifted",
};

static void
status_free (gpointer data)
{
  Status *status = data;

  g_free (status->reason);
  g_free (status);
}

static gboolean
read_headers (List *list, GKeyFile *file, const char *group, MusterListColumn column, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) headers = NULL;

  if (!g_key_file_has_key (file, group, column_keys[column], NULL))
    return TRUE;
  text = muster_key_file_get_text (file, group, column_keys[column], error);
  if (text == NULL)
    return FALSE;
  headers = g_strsplit (text, ";", -1);
  for (guint i = 0; headers[i] != NULL; i++)
    {
      char *squeezed = muster_header_squeeze (headers[i]);
      gpointer other = g_hash_table_lookup (list->columns, squeezed);
      gboolean good = *squeezed != '\0' && (other == NULL || GPOINTER_TO_UINT (other) == column + 1u);

      if (!good)
        {
          g_free (squeezed);
          return muster_key_file_refuse (error, group, column_keys[column], _("holds an empty header, or one that stands under another key too"));
        }
      g_hash_table_insert (list->columns, squeezed, GUINT_TO_POINTER (column + 1u));
    }
  return TRUE;
}

static gboolean
read_needs (List *list, GKeyFile *file, const char *group, GError **error)
{
  g_autofree char *text = muster_key_file_get_text (file, group, "Needs", error);
  g_auto (GStrv) needs = text != NULL ? g_strsplit (text, ";", -1) : NULL;

  if (text == NULL)
    return FALSE;
  for (guint i = 0; needs[i] != NULL; i++)
    {
      guint column;

      if (!muster_code_find (column_keys, MUSTER_N_LIST_COLUMNS, g_strstrip (needs[i]), "", &column, NULL) || !g_key_file_has_key (file, group, column_keys[column], NULL))
        return muster_key_file_refuse (error, group, "Needs", _("names a column that is not described"));
      list->needs |= 1u << column;
    }
  if ((list->needs & (1u << MUSTER_LIST_COLUMN_NPN)) == 0)
    return muster_key_file_refuse (error, group, "Needs", _("leaves out the NPN, by which people are known"));
  return TRUE;
}

/* “11-01” */
static gboolean
read_beginning (MusterPublicLists *lists, GKeyFile *file, const char *group, GError **error)
{
  g_autofree char *text = muster_key_file_get_text (file, group, "YearBegins", error);
  guint month, day;
  char end;

  if (text == NULL)
    return FALSE;
  /* Every year has the day, the leap day apart. */
  if (sscanf (text, "%2u-%2u%c", &month, &day, &end) != 2 || !g_date_valid_dmy (day, month, 2023))
    return muster_key_file_refuse (error, group, "YearBegins", _("is not a day of the year such as 11-01"));
  lists->begins_month = month;
  lists->begins_day = day;
  return TRUE;
}

static gboolean
read_list (MusterPublicLists *lists, GKeyFile *file, MusterListKind kind, const char *const *languages, GError **error)
{
  static const char *const keys[] = { "Name", "Needs", "Npn", "Year", "Registered", "Ends", "ShopRegistered", "ShopEnds", "Valid", "Status", "Event", "Lifted", "YearBegins", NULL };
  const char *group = kind_codes[kind];
  List *list = &lists->lists[kind];

  list->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list->name = muster_key_file_get_translated (file, group, "Name", languages, error);
  if (list->name == NULL || !muster_key_file_check_keys (file, group, keys, error))
    return FALSE;
  for (guint column = 0; column < MUSTER_N_LIST_COLUMNS; column++)
    if (!read_headers (list, file, group, column, error))
      return FALSE;
  if (kind == MUSTER_LIST_REGISTRATION && !read_beginning (lists, file, group, error))
    return FALSE;
  return read_needs (list, file, group, error);
}

static gboolean
read_status (MusterPublicLists *lists, GKeyFile *file, const char *group, const char *const *languages, GError **error)
{
  static const char *const keys[] = { "Finding", "Reason", NULL };
  g_autofree char *code = g_ascii_strup (group + strlen (STATUS_PREFIX), -1);
  g_autofree char *finding = muster_key_file_get_text (file, group, "Finding", error);
  Status *status;

  if (finding == NULL || !muster_key_file_check_keys (file, group, keys, error))
    return FALSE;
  status = g_new0 (Status, 1);
  g_hash_table_insert (lists->statuses, g_strdup (g_strstrip (code)), status);
  if (!muster_list_finding_from_code (finding, &status->finding, NULL))
    return muster_key_file_refuse (error, group, "Finding", _("is not a finding"));
  status->reason = muster_key_file_get_translated (file, group, "Reason", languages, error);
  return status->reason != NULL;
}

static gboolean
read_file (MusterPublicLists *lists, GKeyFile *file, const char *const *languages, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint kind = 0; kind < MUSTER_N_LIST_KINDS; kind++)
    if (!read_list (lists, file, kind, languages, error))
      return FALSE;
  for (guint i = 0; groups[i] != NULL; i++)
    {
      guint kind;

      if (muster_code_find (kind_codes, MUSTER_N_LIST_KINDS, groups[i], "", &kind, NULL))
        continue;
      if (!g_str_has_prefix (groups[i], STATUS_PREFIX))
        return muster_key_file_refuse (error, groups[i], "*", _("there is no such public list"));
      if (!read_status (lists, file, groups[i], languages, error))
        return FALSE;
    }
  return TRUE;
}

MusterPublicLists *
muster_public_lists_parse (const char *text, gssize length, const char *const *languages, GError **error)
{
  g_autoptr (MusterPublicLists) lists = g_new0 (MusterPublicLists, 1);
  g_autoptr (GKeyFile) file = muster_key_file_parse (text, length, error);

  lists->statuses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, status_free);
  if (file == NULL || !read_file (lists, file, languages, error))
    return NULL;
  return g_steal_pointer (&lists);
}

void
muster_public_lists_free (MusterPublicLists *lists)
{
  if (lists == NULL)
    return;
  for (guint kind = 0; kind < MUSTER_N_LIST_KINDS; kind++)
    {
      g_free (lists->lists[kind].name);
      g_clear_pointer (&lists->lists[kind].columns, g_hash_table_unref);
    }
  g_clear_pointer (&lists->statuses, g_hash_table_unref);
  g_free (lists);
}

const char *
muster_public_lists_get_name (MusterPublicLists *lists, MusterListKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_codes), "");
  if (kind == MUSTER_LIST_ROSTER)
    return _("Roster file");
  return lists->lists[kind].name;
}

/* Sets the columns that @list has in @headers; returns how many headers it knows. */
static guint
find_columns (const List *list, const char *const *headers, guint n_headers, int *columns)
{
  guint n = 0;

  for (guint column = 0; column < MUSTER_N_LIST_COLUMNS; column++)
    columns[column] = -1;
  for (guint i = 0; i < n_headers; i++)
    {
      g_autofree char *squeezed = muster_header_squeeze (headers[i]);
      guint column = GPOINTER_TO_UINT (g_hash_table_lookup (list->columns, squeezed));

      n += column != 0;
      if (column != 0 && columns[column - 1] < 0)
        columns[column - 1] = i;
    }
  return n;
}

guint
muster_public_lists_count_known (MusterPublicLists *lists, const char *const *cells, guint n_cells)
{
  int columns[MUSTER_N_LIST_COLUMNS];
  guint best = 0;

  for (guint kind = 0; kind < MUSTER_N_LIST_KINDS; kind++)
    best = MAX (best, find_columns (&lists->lists[kind], cells, n_cells, columns));
  return best;
}

static gboolean
has_all (const List *list, const int *columns)
{
  for (guint column = 0; column < MUSTER_N_LIST_COLUMNS; column++)
    if ((list->needs & (1u << column)) != 0 && columns[column] < 0)
      return FALSE;
  return TRUE;
}

gboolean
muster_public_lists_recognise (MusterPublicLists *lists, const char *const *headers, guint n_headers, MusterListLayout *layout, GError **error)
{
  for (guint kind = 0; kind < MUSTER_N_LIST_KINDS; kind++)
    {
      layout->kind = kind;
      find_columns (&lists->lists[kind], headers, n_headers, layout->columns);
      if (has_all (&lists->lists[kind], layout->columns))
        return TRUE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT,
               _("By its header this is none of the public lists that Muster knows: the %s (NPN, plan year, registration completion date) and the %s (NPN, status, termination or "
                  "suspension date). Choose the file as it was downloaded."),
               lists->lists[MUSTER_LIST_REGISTRATION].name, lists->lists[MUSTER_LIST_TERMINATION].name);
  return FALSE;
}

MusterListFinding
muster_public_lists_find_status (MusterPublicLists *lists, const char *text, const char **reason)
{
  g_autofree char *code = g_ascii_strup (text != NULL ? text : "", -1);
  const Status *status = g_hash_table_lookup (lists->statuses, g_strstrip (code));

  if (reason != NULL)
    *reason = status != NULL ? status->reason : NULL;
  return status != NULL ? status->finding : MUSTER_LIST_STATUS_UNKNOWN;
}

guint
muster_public_lists_get_plan_year (MusterPublicLists *lists, const GDate *today)
{
  GDate begins;

  g_date_clear (&begins, 1);
  g_date_set_dmy (&begins, lists->begins_day, lists->begins_month, g_date_get_year (today));
  return g_date_get_year (today) + (g_date_compare (today, &begins) >= 0);
}

gboolean
muster_public_lists_check_year (MusterPublicLists *lists, guint year, const GDate *today, GError **error)
{
  guint last = muster_public_lists_get_plan_year (lists, today) + 1;

  if (year >= FIRST_PLAN_YEAR && year <= last)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("%u is not a plan year. Give one from %u through %u."), year, FIRST_PLAN_YEAR, last);
  return FALSE;
}

const char *
muster_list_kind_to_code (MusterListKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_codes), "");
  return kind_codes[kind];
}

gboolean
muster_list_kind_from_code (const char *code, MusterListKind *kind, GError **error)
{
  guint index;

  if (!muster_code_find (kind_codes, G_N_ELEMENTS (kind_codes), code, _("This is not a public list"), &index, error))
    return FALSE;
  *kind = index;
  return TRUE;
}

const char *
muster_list_finding_to_code (MusterListFinding finding)
{
  g_return_val_if_fail ((guint) finding < MUSTER_N_LIST_FINDINGS, "");
  return finding_codes[finding];
}

gboolean
muster_list_finding_from_code (const char *code, MusterListFinding *finding, GError **error)
{
  guint index;

  if (!muster_code_find (finding_codes, MUSTER_N_LIST_FINDINGS, code, _("This is not a finding of a comparison"), &index, error))
    return FALSE;
  *finding = index;
  return TRUE;
}

const char *
muster_list_finding_get_label (MusterListFinding finding)
{
  g_return_val_if_fail ((guint) finding < MUSTER_N_LIST_FINDINGS, "");
  return _(finding_labels[finding]);
}

const char *
muster_list_finding_get_advice (MusterListFinding finding)
{
  g_return_val_if_fail ((guint) finding < MUSTER_N_LIST_FINDINGS, "");
  return _(finding_advice[finding]);
}
