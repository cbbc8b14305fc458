/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-bundle-making.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-incident.h"
#include "operations/muster-late-steps.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"

/* Corrective actions, and the incidents that they came from. */

static void
add_step (MusterBundleMaking *making, MusterBundlePart *part, const char *number, const MusterActionStep *step)
{
  g_autofree char *position = g_strdup_printf ("%d", step->position), *due = muster_date_to_iso (&step->due), *done = muster_date_to_iso (&step->done_on), *verified = muster_date_to_iso (&step->verified_on);
  g_autofree char *label = g_strdup_printf (_("Step %d"), step->position);
  g_autofree char *what = muster_bundle_making_dup_said (making, number, label, step->what), *owner = muster_bundle_making_dup_said (making, number, label, step->owner);
  g_autofree char *note = muster_bundle_making_dup_said (making, number, label, step->done_note);
  g_autofree char *doer = muster_bundle_making_dup_account (making, step->done_account), *verifier = muster_bundle_making_dup_account (making, step->verified_account);
  g_autofree char *task = g_strdup_printf ("%s\n%s", what, owner);
  g_autofree char *doing = done != NULL ? g_strdup_printf ("%s · %s%s%s", done, doer, note != NULL ? "\n" : "", note != NULL ? note : "") : NULL;
  g_autofree char *proof = step->verified_account != 0 ? g_strdup_printf ("%s · %s", verified, verifier) : NULL;

  muster_bundle_part_add_row (part, (const char *[]) { position, task, due, doing, proof });
}

static void
add_steps (MusterBundleMaking *making, MusterBundlePart *part, const MusterCorrectiveAction *action)
{
  static const guint shares[] = { 5, 34, 14, 27, 20 };
  const char *headings[] = { "", _("Step, and whose it is"), _("Due"), _("Done"), _("Verified"), NULL };

  if (action->steps->len == 0)
    return;
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < action->steps->len; i++)
    add_step (making, part, action->number, action->steps->pdata[i]);
}

static void
add_follow_up (MusterBundleMaking *making, MusterBundlePart *part, const char *number, const MusterFollowUp *follow_up)
{
  const char *kind = muster_follow_up_kind_get_label (follow_up->kind);
  g_autofree char *on = muster_date_to_iso (&follow_up->on), *settled = muster_date_to_iso (&follow_up->settled_on);
  g_autofree char *text = muster_bundle_making_dup_said (making, number, kind, follow_up->text), *note = muster_bundle_making_dup_said (making, number, kind, follow_up->note);
  g_autofree char *who = muster_bundle_making_dup_account (making, follow_up->account_id), *by = muster_bundle_making_dup_account (making, follow_up->settled_account);
  g_autofree char *asked = g_strdup_printf ("%s · %s%s%s", on, who, text != NULL ? "\n" : "", text != NULL ? text : "");
  g_autofree char *answer = follow_up->settled_account != 0 ? g_strdup_printf ("%s · %s%s%s", settled != NULL ? settled : "–", by, note != NULL ? "\n" : "", note != NULL ? note : "") : NULL;

  muster_bundle_part_add_row (part, (const char *[]) { kind, asked, muster_follow_up_get_label (follow_up->kind, follow_up->state), answer });
}

static void
add_follow_ups (MusterBundleMaking *making, MusterBundlePart *part, const MusterCorrectiveAction *action)
{
  static const guint shares[] = { 17, 33, 17, 33 };
  const char *headings[] = { _("What followed"), _("Asked, planned or said"), _("Result"), _("By whom, and why"), NULL };

  if (action->follow_ups->len == 0)
    return;
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < action->follow_ups->len; i++)
    add_follow_up (making, part, action->number, action->follow_ups->pdata[i]);
}

static void
add_end (MusterBundleMaking *making, MusterBundlePart *part, const MusterCorrectiveAction *action)
{
  g_autofree char *closed = muster_date_to_iso (&action->closed), *who = muster_bundle_making_dup_account (making, action->closed_account);
  g_autofree char *text = g_strdup_printf ("%s · %s", closed != NULL ? closed : "–", who), *late = NULL;

  if (action->state == MUSTER_ACTION_OPEN)
    return;
  muster_journal_query_dup_detail (making->database, "close-action", action->number, MUSTER_LATE_REASON, &late, NULL);
  muster_bundle_part_add_fact (part, _("Outcome"), muster_outcome_get_label (action->outcome));
  muster_bundle_part_add_fact (part, _("Closed"), text);
  muster_bundle_making_add_said (making, part, action->number, _("Note"), action->closing_note);
  muster_bundle_making_add_said (making, part, action->number, _("Why it was closed late"), late);
}

static void
add_action (MusterBundleMaking *making, MusterBundlePart *part, const MusterCorrectiveAction *action)
{
  g_autofree char *heading = g_strdup_printf ("%s  %s", action->number, muster_severity_get_label (action->severity)), *clauses = muster_bundle_making_dup_clauses (action->clause_ids);
  g_autofree char *opened = muster_date_to_iso (&action->opened), *opener = muster_bundle_making_dup_account (making, action->opened_account);
  g_autofree char *opened_by = g_strdup_printf ("%s · %s", opened, opener);

  muster_bundle_part_add_heading (part, heading);
  muster_bundle_part_add_fact (part, _("State"), muster_action_state_get_label (action->state));
  muster_bundle_part_add_fact (part, _("Clauses"), clauses);
  muster_bundle_making_add_said (making, part, action->number, _("Finding"), action->finding);
  muster_bundle_making_add_said (making, part, action->number, _("Cause"), action->cause);
  muster_bundle_part_add_fact (part, _("Opened"), opened_by);
  muster_bundle_making_add_day (part, _("Due"), &action->due);
  muster_bundle_making_add_said (making, part, action->number, _("Why it is due later than by the rules"), action->due_reason);
  muster_bundle_part_add_fact (part, _("Restriction meanwhile"), muster_restriction_get_label (action->restriction));
  muster_bundle_making_add_said (making, part, action->number, _("Limits"), action->restriction_text);
  add_end (making, part, action);
  add_steps (making, part, action);
  add_follow_ups (making, part, action);
}

void
muster_bundle_make_actions (MusterBundleMaking *making)
{
  MusterBundlePart *part = muster_bundle_add_part (making->bundle, _("Corrective Actions"));
  GPtrArray *actions = making->record->actions;

  if (actions->len == 0)
    muster_bundle_part_add_text (part, _("The decision rests on no corrective action."));
  for (guint i = 0; i < actions->len; i++)
    add_action (making, part, actions->pdata[i]);
}

/* Whether nothing of it proved true. */
static gboolean
is_unsubstantiated (const MusterIncident *incident)
{
  gboolean any = FALSE;

  if (incident->outcome == MUSTER_INCIDENT_OUTCOME_UNFOUNDED)
    return TRUE;
  for (guint i = 0; i < incident->clauses->len; i++)
    {
      MusterIncidentFinding finding = ((const MusterIncidentClause *) incident->clauses->pdata[i])->finding;

      if (finding == MUSTER_FINDING_SUBSTANTIATED || finding == MUSTER_FINDING_OPEN)
        return FALSE;
      any = TRUE;
    }
  return any;
}

static void
add_data (MusterBundleMaking *making, MusterBundlePart *part, const MusterIncident *incident)
{
  g_autofree char *people = incident->data_people > 0 ? g_strdup_printf ("%u", incident->data_people) : NULL;

  muster_bundle_part_add_fact (part, _("Personal data involved"), muster_known_get_label (incident->data));
  muster_bundle_part_add_fact (part, _("Of how many people"), people);
  muster_bundle_making_add_private (making, part, MUSTER_REDACTION_NARRATIVE, incident->number, _("Which data"), incident->data_kinds);
  if (incident->data == MUSTER_KNOWN_YES)
    muster_bundle_part_add_fact (part, _("Encrypted"), muster_known_get_label (incident->data_encrypted));
}

static gboolean
add_people (MusterBundleMaking *making, MusterBundlePart *part, const MusterIncident *incident, GError **error)
{
  for (guint i = 0; i < incident->people->len; i++)
    {
      const MusterIncidentPerson *row = incident->people->pdata[i];
      g_autoptr (MusterAssister) person = NULL;
      g_autofree char *name = NULL;
      gint64 taken_back;

      if (row->removed)
        continue;
      person = muster_people_table_load_any (making->database, row->assister_id, &taken_back, error);
      if (person == NULL)
        return FALSE;
      name = muster_assister_dup_name (person);
      if (row->assister_id == making->record->person->id)
        muster_bundle_part_add_fact (part, _("Concerns"), name);
      else
        muster_bundle_making_add_private (making, part, MUSTER_REDACTION_OTHER_PERSON, incident->number, _("Concerns also"), name);
    }
  return TRUE;
}

static void
add_findings (MusterBundleMaking *making, MusterBundlePart *part, const MusterIncident *incident)
{
  static const guint shares[] = { 15, 25, 30, 30 };
  const char *headings[] = { _("Clause"), _("Finding"), _("When, and by whom"), _("What it rests on"), NULL };
  g_autofree char *where = g_strdup_printf ("%s · %s", incident->number, _("Findings"));

  if (incident->clauses->len == 0)
    return;
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < incident->clauses->len; i++)
    {
      const MusterIncidentClause *clause = incident->clauses->pdata[i];
      g_autofree char *on = muster_date_to_iso (&clause->on), *who = muster_bundle_making_dup_account (making, clause->account);
      g_autofree char *when = on != NULL ? g_strdup_printf ("%s · %s", on, who) : NULL, *note = NULL;

      if (muster_redactor_redacts (making->redactor) && (clause->finding == MUSTER_FINDING_NOT_SUBSTANTIATED || clause->finding == MUSTER_FINDING_INCONCLUSIVE))
        {
          muster_redactor_note (making->redactor, MUSTER_REDACTION_UNSUBSTANTIATED, where, 1);
          continue;
        }
      note = muster_redactor_dup_field (making->redactor, MUSTER_REDACTION_NARRATIVE, where, clause->note);
      muster_bundle_part_add_row (part, (const char *[]) { clause->clause, muster_incident_finding_get_label (clause->finding), when, note });
    }
}

static void
add_reports (MusterBundleMaking *making, MusterBundlePart *part, const MusterIncident *incident)
{
  static const guint shares[] = { 36, 22, 22, 20 };
  const char *headings[] = { _("Reported"), _("To whom"), _("When"), _("Recorded by"), NULL };

  if (incident->reports->len == 0)
    return;
  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < incident->reports->len; i++)
    {
      const MusterIncidentReport *report = incident->reports->pdata[i];
      g_autofree char *told = muster_bundle_making_dup_said (making, incident->number, _("To whom"), report->told), *at = muster_moment_to_iso (&report->at);
      g_autofree char *who = muster_bundle_making_dup_account (making, report->account);

      muster_bundle_part_add_row (part, (const char *[]) { muster_incident_duty_get_label (report->duty), told, at, who });
    }
}

static void
add_attachment (MusterBundleMaking *making, MusterBundlePart *part, const MusterIncident *incident, const MusterAttachment *attachment, const char *place)
{
  g_autofree char *who = muster_bundle_making_dup_account (making, attachment->account_id), *when = muster_bundle_making_dup_time (attachment->recorded);
  g_autofree char *attached = g_strdup_printf ("%s · %s", when, who), *code = g_strdup_printf ("%s-%s", incident->number, place);
  g_autofree char *what = attachment->title != NULL ? g_strdup_printf ("%s\n%s", attachment->title, attachment->document->file_name) : g_strdup (attachment->document->file_name);
  const MusterBundleFile *file = muster_bundle_case_find_file (making->record, code);
  g_autofree char *by = NULL, *at = NULL, *withdrawn = NULL;

  if (file == NULL)
    {
      by = muster_bundle_making_dup_account (making, attachment->withdrawn_account);
      at = muster_bundle_making_dup_time (attachment->withdrawn_at);
      withdrawn = g_strdup_printf (_("Withdrawn %s · %s\n%s"), at, by, attachment->withdrawn_reason);
    }
  muster_bundle_part_add_row (part, (const char *[]) { place, what, attached, file != NULL ? file->hash : withdrawn });
}

/* Titles and names of files are what people wrote; of the redacted form only how many there are. */
static void
add_attachments (MusterBundleMaking *making, MusterBundlePart *part, const MusterIncident *incident)
{
  static const guint shares[] = { 8, 34, 24, 34 };
  const char *headings[] = { _("No."), _("Document"), _("Attached"), _("SHA-256, or why it does not count"), NULL };
  gboolean begun = FALSE;

  for (guint i = 0; i < making->record->attachments->len; i++)
    {
      const MusterAttachment *attachment = making->record->attachments->pdata[i];
      g_autofree char *place = g_strdup_printf ("%u", attachment->place), *label = g_strdup_printf (_("Document %s"), place);

      if (attachment->incident_id != incident->id)
        continue;
      if (muster_redactor_redacts (making->redactor))
        {
          muster_bundle_making_add_private (making, part, MUSTER_REDACTION_FILE, incident->number, label, "");
          continue;
        }
      if (!begun)
        muster_bundle_part_begin_table (part, headings, shares);
      begun = TRUE;
      add_attachment (making, part, incident, attachment, place);
    }
}

/* Only where it was asked for: never by itself. */
static void
add_complainant (MusterBundleMaking *making, MusterBundlePart *part, const MusterIncident *incident)
{
  muster_bundle_part_add_fact (part, _("Who complained"), incident->anonymous ? _("Does not want to be named") : NULL);
  if (muster_redactor_redacts (making->redactor) || making->wish->with_complainant)
    muster_bundle_making_add_private (making, part, MUSTER_REDACTION_COMPLAINANT, incident->number, _("Who complained"), incident->complainant);
  else if (incident->complainant != NULL)
    muster_bundle_part_add_fact (part, _("Who complained"), _("Known; not in this bundle"));
}

static gboolean
add_incident (MusterBundleMaking *making, MusterBundlePart *part, const MusterIncident *incident, GError **error)
{
  g_autofree char *heading = g_strdup_printf ("%s  %s", incident->number, muster_incident_kind_get_label (incident->kind)), *known = muster_moment_to_iso (&incident->discovered);
  const char *number = incident->number;

  muster_bundle_part_add_heading (part, heading);
  if (muster_redactor_redacts (making->redactor) && is_unsubstantiated (incident))
    {
      muster_bundle_making_add_private (making, part, MUSTER_REDACTION_UNSUBSTANTIATED, number, _("The incident"), "");
      return TRUE;
    }
  muster_bundle_making_add_day (part, _("Occurred"), &incident->occurred_from);
  muster_bundle_making_add_day (part, _("Through"), &incident->occurred_through);
  muster_bundle_part_add_fact (part, _("Known since"), known);
  muster_bundle_part_add_fact (part, _("Source"), muster_incident_source_get_label (incident->source));
  add_complainant (making, part, incident);
  if (!add_people (making, part, incident, error))
    return FALSE;
  muster_bundle_making_add_private (making, part, MUSTER_REDACTION_NARRATIVE, number, _("What happened"), incident->narrative);
  add_data (making, part, incident);
  muster_bundle_making_add_private (making, part, MUSTER_REDACTION_NARRATIVE, number, _("What was done to limit it"), incident->containment);
  muster_bundle_making_add_said (making, part, number, _("Investigator"), incident->investigator);
  muster_bundle_part_add_fact (part, _("Outcome"), incident->outcome != MUSTER_INCIDENT_OUTCOME_NONE ? muster_incident_outcome_get_label (incident->outcome) : NULL);
  muster_bundle_making_add_private (making, part, MUSTER_REDACTION_NARRATIVE, number, _("Note"), incident->closing_note);
  add_findings (making, part, incident);
  add_reports (making, part, incident);
  add_attachments (making, part, incident);
  return TRUE;
}

gboolean
muster_bundle_make_incidents (MusterBundleMaking *making, GError **error)
{
  MusterBundlePart *part = muster_bundle_add_part (making->bundle, _("Incidents"));
  GPtrArray *incidents = making->record->incidents;
  g_autofree char *withheld = muster_bundle_making_dup_withheld (making->record);

  if (incidents->len == 0 && making->record->n_withheld == 0)
    muster_bundle_part_add_text (part, _("The case came from no recorded incident."));
  if (withheld != NULL)
    muster_bundle_part_add_fact (part, _("Not complete"), withheld);
  for (guint i = 0; i < incidents->len; i++)
    if (!add_incident (making, part, incidents->pdata[i], error))
      return FALSE;
  return TRUE;
}
