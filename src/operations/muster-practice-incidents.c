/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-private.h"

#include <string.h>

#include "operations/muster-attachment-operations.h"
#include "operations/muster-case-operations.h"
#include "operations/muster-incident-operations.h"
#include "store/muster-account-table.h"

#define COMPLAINANT "Runa Oakenfold"

static gboolean
record (MusterStore *store, const MusterPracticeDeed *deed, gint64 person, GError **error)
{
  g_auto (GStrv) clauses = g_strsplit (deed->more != NULL ? deed->more : "", " ", -1);
  g_autoptr (MusterIncident) told = muster_incident_new ();

  told->kind = deed->number;
  told->narrative = g_strdup (deed->text);
  told->data = deed->types > 0 ? MUSTER_KNOWN_YES : MUSTER_KNOWN_NO;
  told->data_people = deed->types;
  if (deed->kind == PRACTICE_COMPLAINT)
    {
      told->source = MUSTER_INCIDENT_SOURCE_COMPLAINT;
      told->complainant = g_strdup (COMPLAINANT);
    }
  muster_incident_add_person (told, person);
  for (guint i = 0; clauses[i] != NULL; i++)
    if (clauses[i][0] != '\0')
      muster_incident_add_clause (told, clauses[i]);
  return muster_store_run (store, &muster_record_incident, told, NULL, NULL, error);
}

static gboolean
tell (MusterStore *store, const MusterPracticeDeed *deed, gint64 incident, GError **error)
{
  MusterIncidentReportRequest request = { .incident_id = incident, .duty = deed->number, .told = deed->text, .note = deed->more };

  muster_moment_clear (&request.at);
  return muster_store_run (store, &muster_record_incident_report, &request, NULL, NULL, error);
}

static gboolean
attach (MusterStore *store, const MusterPracticeDeed *deed, gint64 incident, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new_static (deed->more, strlen (deed->more));
  const MusterAttachRequest request = { incident, deed->text, "note.txt", content, "It belongs to what happened" };

  return muster_store_run (store, &muster_attach_to_incident, &request, NULL, NULL, error);
}

static gboolean
close_to (MusterStore *store, const MusterPracticeDeed *deed, gint64 incident, GError **error)
{
  MusterCaseAccessRequest request = { .kind = MUSTER_CASE_INCIDENT, .case_id = incident, .reason = deed->text };
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (MusterAccount) account = database != NULL ? muster_account_table_find (database, muster_practice_get_accounts ()[deed->number].name, error) : NULL;

  if (database != NULL)
    muster_store_read_done (store, database);
  if (account == NULL)
    return FALSE;
  request.account_id = account->id;
  return muster_store_run (store, &muster_close_case_to, &request, NULL, NULL, error);
}

gboolean
muster_practice_do_incident (MusterStore *store, const MusterPracticeDeed *deed, gint64 person, gint64 incident, GError **error)
{
  MusterIncidentFindingRequest finding = { incident, deed->more, deed->number, deed->text };
  MusterCloseIncident end = { incident, deed->number, deed->text };

  if (deed->kind == PRACTICE_INCIDENT || deed->kind == PRACTICE_COMPLAINT)
    return record (store, deed, person, error);
  if (deed->kind == PRACTICE_TOLD)
    return tell (store, deed, incident, error);
  if (deed->kind == PRACTICE_ATTACH)
    return attach (store, deed, incident, error);
  if (deed->kind == PRACTICE_CLOSE_TO)
    return close_to (store, deed, incident, error);
  if (deed->kind == PRACTICE_FOUND)
    return muster_store_run (store, &muster_incident_finding, &finding, NULL, NULL, error);
  return muster_store_run (store, &muster_close_incident, &end, NULL, NULL, error);
}
