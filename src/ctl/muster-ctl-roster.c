/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-roster-filter.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-rule-text.h"
#include "domain/muster-code.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-people-table.h"

static const MusterCtlOption roster_options[] = {
  { "list", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("What your list of that name asks for; other options say something else instead") },
  { "search", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Beginnings of names, ids, e-mail addresses and agencies") },
  { "status", MUSTER_CTL_LIST, FALSE, N_("STATUS"), N_("Those in one of these states: certified, in-training, suspended, revoked, …") },
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("broker, navigator, cac or support-staff") },
  { "agency", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People of this agency") },
  { "county", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People who work in this county") },
  { "language", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People who speak this language") },
  { "may-assist", MUSTER_CTL_TEXT, FALSE, N_("yes|no"), N_("Those who may, or may not, assist") },
  { "expiring", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("Those who may assist, and cease to within so many days unless something is recorded") },
  { "as-of", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("As it was on this day") },
  { "known-on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("By what had been recorded through this day") },
  { "sort", MUSTER_CTL_TEXT, FALSE, N_("KEY"), N_("name, agency, status, npn, email or may-assist; with “-” before it, the other way round") },
  { "limit", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("At most so many people (0, or not given: all)") },
  { "offset", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("Leave out the first so many") },
  { "reveal", MUSTER_CTL_FLAG, FALSE, NULL, N_("Show Assister IDs, which are masked otherwise; the journal records that you looked") },
  { NULL },
};

typedef struct
{
  GDate as_of;
  GDate known_on;
  MusterRosterFilter filter;
  guint limit;
  guint offset;
} RosterRequest;

static gboolean
read_sort (const char *text, MusterRosterFilter *filter, GError **error)
{
  static const char *const keys[] = {
    [MUSTER_SORT_NAME] = "name",
    [MUSTER_SORT_AGENCY] = "agency",
    [MUSTER_SORT_STATUS] = "status",
    [MUSTER_SORT_NPN] = "npn",
    [MUSTER_SORT_EMAIL] = "email",
    [MUSTER_SORT_MAY_ASSIST] = "may-assist",
  };
  guint index;

  if (text == NULL)
    return TRUE;
  filter->descending = *text == '-';
  if (!muster_code_find (keys, G_N_ELEMENTS (keys), text + (filter->descending ? 1 : 0), _("The roster cannot be sorted by this"), &index, error))
    return FALSE;
  filter->sort = index;
  return TRUE;
}

static gboolean
read_as_of (MusterCtl *ctl, GDate *as_of, GError **error)
{
  if (!muster_ctl_get_day (ctl, "as-of", as_of, error))
    return FALSE;
  if (!g_date_valid (as_of))
    g_date_set_time_t (as_of, time (NULL));
  return TRUE;
}

static gboolean
read_request (MusterCtl *ctl, RosterRequest *request, GError **error)
{
  return read_as_of (ctl, &request->as_of, error) &&
         muster_ctl_get_day (ctl, "known-on", &request->known_on, error) &&
         muster_ctl_roster_read_filter (ctl, &request->filter, error) &&
         read_sort (muster_ctl_get (ctl, "sort"), &request->filter, error) &&
         muster_ctl_get_number (ctl, "limit", 0, &request->limit, error) &&
         muster_ctl_get_number (ctl, "offset", 0, &request->offset, error);
}

static void
print_rows_json (GPtrArray *rows, guint total)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_number (json, "total", total);
  muster_ctl_json_begin_list (json, "assisters");
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_ptr_array_index (rows, i) == NULL)
        continue;
      json_builder_begin_object (json);
      muster_ctl_json_person (json, g_ptr_array_index (rows, i), TRUE);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
}

static char *
dup_through (const MusterRosterRow *row)
{
  GDate through;

  muster_day_to_date (row->standing.may_assist ? row->facts.through : 0, &through);
  return muster_date_to_iso (&through);
}

static void
print_rows (MusterCtl *ctl, GPtrArray *rows, guint total, const char *warning)
{
  const char *headers[] = { _("Id"), _("Name"), _("Roles"), _("Agency"), _("NPN"), _("Assister ID"), _("Status"), _("May assist"), _("Through") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < rows->len; i++)
    {
      const MusterRosterRow *row = g_ptr_array_index (rows, i);
      g_autofree char *code = row != NULL ? muster_assister_dup_code (row->id) : NULL;
      g_autofree char *types = row != NULL ? muster_ctl_dup_type_labels (row->standing.types) : NULL;
      g_autofree char *through = row != NULL ? dup_through (row) : NULL;

      if (row != NULL)
        muster_ctl_table_add (table, (const char *[]) { code, row->name, types, row->agency, row->npn, muster_ctl_person_mask (ctl, row->assister_id),
                                                        muster_certification_state_get_label (row->standing.overall), row->standing.may_assist ? _("Yes") : _("No"), through });
    }
  muster_ctl_table_print (table);
  if (!ctl->quiet)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "%u of %u person\n", "%u of %u people\n", total), rows->len, total);
  if (warning != NULL)
    muster_ctl_print ("%s\n", warning);
}

static guint
count_identifiers (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const MusterRosterRow *row = g_ptr_array_index (rows, i);

      n += row != NULL && row->assister_id != NULL;
    }
  return n;
}

static int
run_roster (MusterCtl *ctl, GError **error)
{
  RosterRequest request = { 0 };
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (MusterSavedList) list = NULL;
  g_autofree char *warning = NULL;
  MusterDatabase *database;
  guint first, n;

  if (!read_request (ctl, &request, error))
    return -1;
  database = muster_ctl_read (ctl, error);
  if (database == NULL || !muster_ctl_roster_find_agency (ctl, database, &request.filter.agency_id, error) ||
      !muster_ctl_roster_take_list (ctl, database, &request.filter, &list, error))
    return -1;
  index = muster_roster_index_new (database, &request.as_of, g_date_valid (&request.known_on) ? &request.known_on : NULL, ctl->cancellable, error);
  ids = index != NULL ? muster_roster_index_select (index, database, &request.filter, ctl->cancellable, error) : NULL;
  if (ids == NULL)
    return -1;
  first = MIN (request.offset, ids->len);
  n = request.limit > 0 ? MIN (request.limit, ids->len - first) : ids->len - first;
  rows = muster_roster_query_rows (database, index, (const gint64 *) ids->data + first, n, error);
  if (rows == NULL || !muster_ctl_person_record_look (ctl, 0, count_identifiers (rows), error))
    return -1;
  warning = muster_rule_pack_dup_warning (muster_roster_index_get_pack (index), &request.as_of);
  if (ctl->json)
    print_rows_json (rows, ids->len);
  else
    print_rows (ctl, rows, ids->len, warning);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_roster_commands[] = {
  { "roster", NULL, 0, 0, N_("List people"), roster_options, TRUE, run_roster },
  { NULL },
};
