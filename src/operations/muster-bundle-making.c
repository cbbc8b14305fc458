/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-bundle-making.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-date.h"
#include "domain/muster-incident.h"
#include "store/muster-account-table.h"
#include "store/muster-people-table.h"

char *
muster_bundle_making_dup_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local_usec (time);

  return g_date_time_format (moment, "%Y-%m-%d %H:%M");
}

char *
muster_bundle_making_dup_account (MusterBundleMaking *making, gint64 id)
{
  g_autoptr (MusterAccount) account = id != 0 ? muster_account_table_load (making->database, id, NULL) : NULL;

  return g_strdup (account != NULL ? account->full_name : "–");
}

static char *
dup_where (const char *number, const char *label)
{
  return g_strdup_printf ("%s · %s", number, label);
}

char *
muster_bundle_making_dup_said (MusterBundleMaking *making, const char *number, const char *label, const char *text)
{
  g_autofree char *where = dup_where (number, label);

  return muster_redactor_dup_text (making->redactor, where, text);
}

void
muster_bundle_making_add_said (MusterBundleMaking *making, MusterBundlePart *part, const char *number, const char *label, const char *text)
{
  g_autofree char *said = muster_bundle_making_dup_said (making, number, label, text);

  muster_bundle_part_add_fact (part, label, said);
}

void
muster_bundle_making_add_private (MusterBundleMaking *making, MusterBundlePart *part, MusterRedactionKind kind, const char *number, const char *label, const char *text)
{
  g_autofree char *where = dup_where (number, label);
  g_autofree char *said = muster_redactor_dup_field (making->redactor, kind, where, text);

  muster_bundle_part_add_fact (part, label, said);
}

void
muster_bundle_making_add_day (MusterBundlePart *part, const char *label, const GDate *day)
{
  g_autofree char *text = muster_date_to_iso (day);

  muster_bundle_part_add_fact (part, label, text);
}

void
muster_bundle_making_add_deed (MusterBundleMaking *making, MusterBundlePart *part, const char *label, gint64 account, gint64 time)
{
  g_autofree char *when = muster_bundle_making_dup_time (time), *who = muster_bundle_making_dup_account (making, account);
  g_autofree char *text = g_strdup_printf ("%s · %s", when, who);

  if (account != 0)
    muster_bundle_part_add_fact (part, label, text);
}

char *
muster_bundle_making_dup_clauses (GPtrArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const MusterClause *clause = muster_clause_catalogue_find (muster_data_get_clauses (), ids->pdata[i], NULL);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "\n" : "", (const char *) ids->pdata[i], clause != NULL ? "  " : "", clause != NULL ? clause->title : "");
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
muster_bundle_making_dup_withheld (const MusterBundleCase *record)
{
  if (record->n_withheld == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part of this case (an incident, or a proposal to call it off) is closed to who made this bundle, and is not in it",
                                       "%u parts of this case (incidents, or proposals to call it off) are closed to who made this bundle, and are not in it", record->n_withheld),
                          record->n_withheld);
}

/* Somebody who was named by mistake is another person no less. */
static gboolean
add_others (MusterRedactor *redactor, MusterDatabase *database, const MusterBundleCase *record, const MusterIncident *incident, GError **error)
{
  for (guint i = 0; i < incident->people->len; i++)
    {
      gint64 id = ((const MusterIncidentPerson *) incident->people->pdata[i])->assister_id, taken_back;
      g_autoptr (MusterAssister) other = NULL;

      if (id == record->person->id)
        continue;
      other = muster_people_table_load_any (database, id, &taken_back, error);
      if (other == NULL)
        return FALSE;
      muster_redactor_add_other (redactor, other);
    }
  return TRUE;
}

/* The names of who complained and of whom else it concerns stand nowhere: they are looked for in everything, before anything is written. */
static gboolean
prepare_redactor (MusterRedactor *redactor, MusterDatabase *database, const MusterBundleCase *record, GError **error)
{
  g_autofree char *name = muster_assister_dup_name (record->person);

  muster_redactor_protect (redactor, name);
  for (guint i = 0; i < record->incidents->len; i++)
    {
      const MusterIncident *incident = record->incidents->pdata[i];

      muster_redactor_add_complainant (redactor, incident->complainant);
      if (!add_others (redactor, database, record, incident, error))
        return FALSE;
    }
  return TRUE;
}

static const char *
get_subtitle_kind (const MusterBundleCase *record)
{
  if (record->decision_id == 0)
    return _("Corrective action");
  for (guint i = 0; i < record->decisions->len; i++)
    if (((const MusterDecision *) record->decisions->pdata[i])->id == record->decision_id)
      return muster_decision_kind_get_label (((const MusterDecision *) record->decisions->pdata[i])->kind);
  return "";
}

static void
make_cover (MusterBundleMaking *making)
{
  MusterBundle *bundle = making->bundle;
  const MusterBundleCase *record = making->record;
  g_autofree char *name = muster_assister_dup_name (record->person), *time = muster_bundle_making_dup_time (making->wish->time);
  g_autofree char *made = g_strdup_printf ("%s · %s", time, making->wish->maker), *reason = muster_bundle_making_dup_said (making, record->number, _("Purpose"), making->wish->reason);
  g_autofree char *withheld = muster_bundle_making_dup_withheld (record);

  bundle->number = g_strdup (record->number);
  bundle->title = g_strdup (_("Hearing Bundle"));
  bundle->subtitle = g_strdup_printf ("%s · %s", record->number, get_subtitle_kind (record));
  bundle->agency = g_strdup (making->wish->agency);
  bundle->checkpoint = g_strdup (making->wish->checkpoint);
  bundle->is_practice = making->wish->is_practice;
  bundle->drawn_at = making->wish->time;
  if (muster_redactor_redacts (making->redactor))
    bundle->notice = g_strdup (_("Redacted form. What is private is not in this file: it was left out before the pages were drawn, and is not covered. A log tells what was left out, where, and by which rule."));
  muster_bundle_part_add_fact (bundle->cover, _("Whom it is about"), name);
  muster_bundle_part_add_fact (bundle->cover, _("Agency"), record->agency);
  muster_bundle_part_add_fact (bundle->cover, _("Purpose"), reason);
  muster_bundle_part_add_fact (bundle->cover, _("Form"), muster_redactor_redacts (making->redactor) ? _("Redacted") : _("Whole; not for the public"));
  muster_bundle_part_add_fact (bundle->cover, _("Made"), made);
  muster_bundle_part_add_fact (bundle->cover, _("Not complete"), withheld);
}

MusterBundle *
muster_bundle_make (MusterDatabase *database, const MusterBundleCase *record, const MusterBundleWish *wish, MusterRedactor *redactor, GError **error)
{
  g_autoptr (MusterBundle) bundle = muster_bundle_new ();
  MusterBundleMaking making = { database, record, wish, redactor, bundle };

  if (!prepare_redactor (redactor, database, record, error))
    return NULL;
  make_cover (&making);
  muster_bundle_make_summary (&making);
  muster_bundle_make_timeline (&making);
  muster_bundle_make_notices (&making);
  if (!muster_bundle_make_decisions (&making, error))
    return NULL;
  muster_bundle_make_actions (&making);
  if (!muster_bundle_make_incidents (&making, error) || !muster_bundle_make_evidence (&making, error))
    return NULL;
  muster_bundle_make_clauses (&making);
  muster_bundle_make_manifest (&making);
  muster_bundle_redact (bundle, redactor);
  /* Last: it tells what was left out of all the others. */
  muster_bundle_make_log (&making);
  return g_steal_pointer (&bundle);
}
