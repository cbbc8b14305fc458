/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-bundle-making.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-incident.h"
#include "domain/muster-exit.h"
#include "store/muster-case-entries-query.h"
#include "store/muster-letter-table.h"

/* What the case is, how it went, and what was sent. */

#define SHOWN 3 /* letters of a masked identifier */

/* It opens the marketplace's systems: the end of it is enough to know it again by. */
static char *
dup_masked (const char *identifier)
{
  g_autoptr (GString) masked = g_string_new (NULL);
  glong length = identifier != NULL ? g_utf8_strlen (identifier, -1) : 0;

  if (length == 0)
    return NULL;
  for (glong i = 0; i < MAX (length - SHOWN, 1); i++)
    g_string_append (masked, "•");
  if (length > SHOWN)
    g_string_append (masked, g_utf8_offset_to_pointer (identifier, length - SHOWN));
  return g_strdup (masked->str);
}

static void
add_person (MusterBundleMaking *making, MusterBundlePart *part)
{
  const MusterAssister *person = making->record->person;
  const char *number = making->record->number;
  g_autofree char *name = muster_assister_dup_name (person), *masked = dup_masked (person->assister_id);

  muster_bundle_part_add_heading (part, _("The Person"));
  muster_bundle_part_add_fact (part, _("Name"), name);
  muster_bundle_part_add_fact (part, _("Agency"), making->record->agency);
  muster_bundle_part_add_fact (part, _("NPN"), person->npn);
  muster_bundle_making_add_private (making, part, MUSTER_REDACTION_IDENTIFIER, number, _("Assister ID"), masked);
  muster_bundle_making_add_private (making, part, MUSTER_REDACTION_CONTACT, number, _("E-mail"), person->email);
}

static void
add_numbers (MusterBundleMaking *making, MusterBundlePart *part)
{
  const MusterBundleCase *record = making->record;

  muster_bundle_part_add_heading (part, _("What Belongs to the Case"));
  for (guint i = 0; i < record->decisions->len; i++)
    {
      const MusterDecision *decision = record->decisions->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s · %s", muster_decision_kind_get_label (decision->kind), muster_decision_get_label (decision));

      muster_bundle_part_add_fact (part, decision->number, text);
    }
  for (guint i = 0; i < record->reviews->len; i++)
    {
      const MusterReview *review = record->reviews->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s · %s", _("Review"), muster_review_state_get_label (review->state));

      muster_bundle_part_add_fact (part, review->number, text);
    }
  for (guint i = 0; i < record->actions->len; i++)
    {
      const MusterCorrectiveAction *action = record->actions->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s · %s · %s", _("Corrective action"), muster_severity_get_label (action->severity), muster_action_state_get_label (action->state));

      muster_bundle_part_add_fact (part, action->number, text);
    }
  for (guint i = 0; i < record->incidents->len; i++)
    {
      const MusterIncident *incident = record->incidents->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s · %s", _("Incident"), muster_incident_state_get_label (incident->state));

      muster_bundle_part_add_fact (part, incident->number, text);
    }
}

static void
add_states (MusterBundleMaking *making, MusterBundlePart *part)
{
  static const guint shares[] = { 16, 20, 24, 24, 16 };
  const char *headings[] = { _("Effective"), _("Role"), _("From"), _("To"), _("Remark"), NULL };
  GPtrArray *events = making->record->events;

  if (events->len == 0)
    return;
  muster_bundle_part_add_heading (part, _("What It Did to the Certification"));
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];
      g_autofree char *day = muster_date_to_iso (&event->effective);

      muster_bundle_part_add_row (part, (const char *[]) { day, muster_assister_type_get_label (event->type), muster_certification_state_get_label (event->from),
                                                           muster_certification_state_get_label (event->to), muster_certification_event_stands (event) ? NULL : _("Does not stand") });
    }
}

/* “Portal account closed · Done” */
static char *
dup_exit (MusterBundleMaking *making, const MusterExitRecord *record)
{
  g_autofree char *note = muster_bundle_making_dup_said (making, making->record->number, _("Note on an exit checklist"), record->note);

  return g_strdup_printf ("%s · %s%s%s", muster_exit_item_code_get_label (record->code), muster_exit_outcome_get_label (record->outcome), note != NULL ? "\n" : "", note != NULL ? note : "");
}

/* What of the access was taken back, and by whom. */
static void
add_exit (MusterBundleMaking *making, MusterBundlePart *part)
{
  static const guint shares[] = { 16, 40, 22, 22 };
  const char *headings[] = { _("On"), _("What, and what came of it"), _("Done by"), _("Recorded by"), NULL };
  GPtrArray *records = making->record->exit_records;

  if (records->len == 0)
    return;
  muster_bundle_part_add_heading (part, _("What Was Taken Back and Handed Over"));
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < records->len; i++)
    {
      const MusterExitRecord *record = records->pdata[i];
      g_autofree char *day = g_date_valid (&record->on) ? muster_date_to_iso (&record->on) : NULL, *what = dup_exit (making, record), *who = muster_bundle_making_dup_account (making, record->account_id);

      muster_bundle_part_add_row (part, (const char *[]) { day, what, record->doer, who });
    }
}

void
muster_bundle_make_summary (MusterBundleMaking *making)
{
  MusterBundlePart *part = muster_bundle_add_part (making->bundle, _("The Case in Short"));

  add_person (making, part);
  add_numbers (making, part);
  add_states (making, part);
  add_exit (making, part);
}

/* Why something was done; of an incident it tells of clients. */
static char *
dup_reason (MusterBundleMaking *making, const MusterJournalEntry *entry)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence), *label = g_strdup_printf (_("Journal entry %s"), number);

  if (entry->subject != NULL && g_str_has_prefix (entry->subject, "IN-"))
    return muster_redactor_dup_field (making->redactor, MUSTER_REDACTION_NARRATIVE, label, entry->reason);
  return muster_redactor_dup_text (making->redactor, label, entry->reason);
}

static void
add_entry (MusterBundleMaking *making, MusterBundlePart *part, const MusterJournalEntry *entry)
{
  const MusterOperationRule *rule = muster_operation_rule_find (entry->operation);
  MusterRole role;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence), *time = muster_bundle_making_dup_time (entry->time);
  g_autofree char *who = g_strdup_printf ("%s\n%s", entry->account_name != NULL ? entry->account_name : "–", muster_role_from_code (entry->role, &role, NULL) ? muster_role_get_label (role) : entry->role);
  g_autofree char *reason = dup_reason (making, entry);
  g_autofree char *what = g_strdup_printf ("%s%s%s%s%s", rule != NULL ? _(rule->label) : entry->operation, entry->subject != NULL ? " · " : "", entry->subject != NULL ? entry->subject : "",
                                           reason != NULL ? "\n" : "", reason != NULL ? reason : "");

  muster_bundle_part_add_row (part, (const char *[]) { number, time, who, what });
}

void
muster_bundle_make_timeline (MusterBundleMaking *making)
{
  static const guint shares[] = { 9, 18, 23, 50 };
  const char *headings[] = { _("Entry"), _("When"), _("Who"), _("What, and why"), NULL };
  MusterBundlePart *part = muster_bundle_add_part (making->bundle, _("Timeline"));
  GPtrArray *entries = making->record->entries;

  muster_bundle_part_add_text (part, _("Every entry of the journal that touches the case, in the order in which they were written. The journal is tamper-evident: each entry is signed by the account "
                                        "that it names, and follows from the one before it."));
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < entries->len; i++)
    add_entry (making, part, entries->pdata[i]);
}

static void
add_service (MusterBundleMaking *making, MusterBundlePart *part, const char *number, const MusterService *service)
{
  g_autofree char *on = muster_date_to_iso (&service->on), *received = muster_date_to_iso (&service->received), *who = muster_bundle_making_dup_account (making, service->account_id);
  g_autofree char *how = g_strdup_printf ("%s · %s", muster_service_method_get_label (service->method), muster_service_result_get_label (service->result));
  g_autofree char *note = muster_bundle_making_dup_said (making, number, _("Note on its service"), service->note);
  g_autofree char *remarks = g_strdup_printf ("%s%s%s", who, note != NULL ? "\n" : "", note != NULL ? note : "");

  muster_bundle_part_add_row (part, (const char *[]) { on, how, service->tracking, received, remarks });
}

static void
add_services (MusterBundleMaking *making, MusterBundlePart *part, const MusterDrawnLetter *letter)
{
  static const guint shares[] = { 15, 25, 22, 15, 23 };
  const char *headings[] = { _("On"), _("How, and what is known"), _("Tracking"), _("Received"), _("Recorded by"), NULL };
  GPtrArray *services = g_hash_table_lookup (making->record->services, &letter->id);

  if (services->len == 0)
    {
      muster_bundle_part_add_text (part, _("That it was served is not recorded."));
      return;
    }
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < services->len; i++)
    add_service (making, part, letter->number, services->pdata[i]);
}

static void
add_letter (MusterBundleMaking *making, MusterBundlePart *part, const MusterDrawnLetter *letter)
{
  g_autofree char *heading = g_strdup_printf ("%s  %s", letter->number, muster_letter_kind_get_label (letter->kind));
  const MusterBundleFile *file = muster_bundle_case_find_file (making->record, letter->number);

  muster_bundle_part_add_heading (part, heading);
  muster_bundle_making_add_deed (making, part, _("Drawn"), letter->account_id, letter->recorded);
  muster_bundle_part_add_fact (part, _("Language"), letter->language);
  muster_bundle_part_add_fact (part, _("Checkpoint"), letter->checkpoint);
  muster_bundle_part_add_fact (part, _("Template (SHA-256)"), letter->template_hash);
  if (muster_redactor_redacts (making->redactor))
    muster_bundle_making_add_private (making, part, MUSTER_REDACTION_FILE, letter->number, _("The letter itself"), "");
  else if (file != NULL)
    muster_bundle_part_add_fact (part, _("The letter itself"), file->name);
  add_services (making, part, letter);
}

void
muster_bundle_make_notices (MusterBundleMaking *making)
{
  MusterBundlePart *part = muster_bundle_add_part (making->bundle, _("Notices and Their Service"));
  GPtrArray *letters = making->record->letters;

  if (letters->len == 0)
    muster_bundle_part_add_text (part, _("No letter was drawn in this case."));
  for (guint i = 0; i < letters->len; i++)
    add_letter (making, part, letters->pdata[i]);
}
