/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-citation.h"
#include "ctl/muster-ctl-cases.h"
#include "ctl/muster-ctl-batch.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-reviews.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-date.h"
#include "operations/muster-call-off.h"
#include "operations/muster-cure-steps.h"
#include "operations/muster-decision-operations.h"
#include "store/muster-account-table.h"
#include "store/muster-decision-days-query.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"
#include "store/muster-review-clock-query.h"

static const MusterCtlOption propose_options[] = {
  { "clause", MUSTER_CTL_LIST, TRUE, N_("ID"), N_("The clause that was broken, such as “COC-09”") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("The facts it rests on") },
  { "effective", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("From which day, at most 365 days ahead; else that of the approval") },
  { "action", MUSTER_CTL_LIST, FALSE, N_("ID"), N_("A corrective action it rests on") },
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("The role; every role that it fits if not given") },
  { "authority", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Whose decision it is: agency or marketplace") },
  { "for-cause-suspension", MUSTER_CTL_FLAG, FALSE, NULL, N_("Propose a suspension for cause, not a revocation") },
  { "immediate", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why it takes effect before the time to cure is over") },
  { "unacknowledged", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why clauses are cited of a notice that the person had not acknowledged") },
  { NULL },
};

static const MusterCtlOption approve_options[] = {
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why") },
  { "emergency", MUSTER_CTL_TEXT, FALSE, N_("REASON"), N_("Decide alone, where there is no second administrator; marked for ever") },
  { NULL },
};

static const MusterCtlOption call_off_options[] = {
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why it is not to take effect") },
  { NULL },
};

static const MusterCtlOption refuse_options[] = {
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

static const MusterCtlOption take_back_options[] = {
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why") },
  { NULL },
};

static const MusterCtlOption impact_options[] = {
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("In these roles; else in all") },
  { NULL },
};

static const MusterCtlOption list_options[] = {
  { "pending", MUSTER_CTL_FLAG, FALSE, NULL, N_("Only those that wait for a second person") },
  { NULL },
};

/* What a review holds off has no day yet. */
static void
add_days (MusterCtlTable *table, MusterDatabase *database, const MusterDecision *decision)
{
  g_autoptr (GPtrArray) days = muster_decision_days_list (database, decision);
  g_autofree char *again = NULL, *waiting = NULL;
  GDate today, from;

  for (guint i = 0; i < days->len; i++)
    {
      const MusterCountedDay *day = days->pdata[i];
      g_autofree char *last = muster_date_to_iso (&day->last);

      muster_ctl_table_add_field (table, muster_decision_day_get_label (day->day), last != NULL ? last : _("Held off by the review"));
      muster_ctl_table_add_field (table, _("Counted"), day->text);
    }
  g_date_set_time_t (&today, time (NULL));
  muster_decision_days_find_reapplying (database, decision, &today, &from, &waiting);
  again = muster_date_to_iso (&from);
  muster_ctl_table_add_field (table, _("New application from"), again == NULL && waiting != NULL ? _("Held off by the review") : again);
  muster_ctl_table_add_field (table, _("Counted"), waiting);
}

gboolean
muster_ctl_add_review_clock (MusterCtlTable *table, MusterDatabase *database, const MusterDecision *decision, GError **error)
{
  g_autofree char *counted = NULL, *last = NULL, *text = NULL;
  MusterReviewClock clock;

  if (!muster_review_clock_concerns (decision))
    return TRUE;
  if (!muster_review_clock_load (database, decision, &clock, &counted, error))
    return FALSE;
  last = muster_date_to_iso (&clock.last);
  text = muster_review_clock_dup_text (&clock);
  muster_ctl_table_add_field (table, _("Notice"), text);
  muster_ctl_table_add_field (table, _("Review until"), last);
  muster_ctl_table_add_field (table, _("Counted"), counted);
  return TRUE;
}

static gboolean
add_cure (MusterCtlTable *table, MusterDatabase *database, const MusterDecision *decision, GError **error)
{
  g_autofree char *text = NULL, *immediate = NULL, *end = NULL;
  GDate last;

  if (!muster_cure_steps_load (database, decision, &last, &text, &immediate, error))
    return FALSE;
  end = muster_date_to_iso (&last);
  muster_ctl_table_add_field (table, _("Time to cure through"), end);
  muster_ctl_table_add_field (table, _("Counted"), text);
  muster_ctl_table_add_field (table, _("At once, because"), immediate);
  return TRUE;
}

static gboolean
print_text (MusterDatabase *database, const MusterDecision *decision, GError **error)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);
  g_autofree char *person = muster_ctl_person_dup_label (database, decision->assister_id);
  g_autofree char *types = muster_ctl_dup_type_labels (decision->types);
  g_autofree char *effective = muster_date_to_iso (&decision->effective);
  g_autofree char *clauses = NULL, *proposer = NULL, *decider = NULL, *ties = NULL, *calls_off = NULL, *called_off_by = NULL, *reviewed = NULL;

  if (!muster_ctl_dup_account_name (database, decision->proposer, &proposer, error) || !muster_ctl_dup_account_name (database, decision->decider, &decider, error) ||
      !muster_account_table_dup_ties (database, decision, decision->decider, &ties, error) || !muster_ctl_dup_decision_number (database, decision->calls_off, &calls_off, error) ||
      !muster_ctl_dup_decision_number (database, decision->called_off_by, &called_off_by, error) ||
      !muster_ctl_dup_review_of (database, decision->id, &reviewed, error))
    return FALSE;
  g_ptr_array_add (decision->clause_ids, NULL);
  clauses = g_strjoinv (", ", (char **) decision->clause_ids->pdata);
  g_ptr_array_set_size (decision->clause_ids, decision->clause_ids->len - 1);
  muster_ctl_table_add_field (table, _("Decision"), decision->number);
  muster_ctl_table_add_field (table, _("Kind"), muster_decision_kind_get_label (decision->kind));
  muster_ctl_table_add_field (table, _("State"), muster_decision_get_label (decision));
  muster_ctl_table_add_field (table, _("Called off by"), called_off_by);
  muster_ctl_table_add_field (table, _("Calls off"), calls_off);
  muster_ctl_table_add_field (table, _("Person"), person);
  muster_ctl_table_add_field (table, _("Roles"), types);
  muster_ctl_table_add_field (table, _("Clauses"), clauses);
  muster_ctl_table_add_field (table, _("Reason"), decision->reason);
  muster_ctl_table_add_field (table, _("Proposed by"), proposer);
  muster_ctl_table_add_field (table, _("Decided by"), decider);
  muster_ctl_table_add_field (table, _("Effective"), effective);
  if (!add_cure (table, database, decision, error))
    return FALSE;
  if (!muster_ctl_add_review_clock (table, database, decision, error))
    return FALSE;
  add_days (table, database, decision);
  muster_ctl_table_add_field (table, _("Review"), reviewed);
  muster_ctl_table_add_field (table, _("Answer"), decision->decision_reason);
  muster_ctl_table_add_field (table, _("EMERGENCY"), decision->emergency ? _("Decided single-handed, by who proposed it") : NULL);
  muster_ctl_table_add_field (table, _("REMARK"), ties);
  muster_ctl_table_print (table);
  return TRUE;
}

static int
print_decision (MusterCtl *ctl, gint64 id, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterDecision) decision = database != NULL ? muster_decision_table_load (database, id, error) : NULL;
  GDate proposed;

  if (decision == NULL)
    return -1;
  muster_date_set_time (&proposed, decision->proposed_at);
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      if (!muster_ctl_json_decision (json, database, decision, error) ||
          !muster_ctl_json_citation (json, database, decision->number, decision->clause_ids, decision->clause_version, &proposed, error))
        return -1;
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  if (!print_text (database, decision, error) || !muster_ctl_print_citation (database, decision->number, decision->clause_ids, decision->clause_version, &proposed, error))
    return -1;
  return MUSTER_EXIT_DONE;
}

/* The corrective actions that --action names. */
static GArray *
find_actions (MusterCtl *ctl, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *const *numbers = muster_ctl_get_list (ctl, "action");
  MusterDatabase *database = muster_ctl_read (ctl, error);

  if (database == NULL)
    return NULL;
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      gint64 id = muster_action_table_find (database, numbers[i], error);

      if (id == 0)
        return NULL;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

/* A proposal takes nothing yet; what its approval would leave uncovered is said with it. */
static gboolean
warn (MusterCtl *ctl, const MusterProposal *proposal, MusterCertificationVerb verb, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (MusterCoveragePreview) preview = NULL;
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  events = muster_people_table_list_begun (ctl->database, proposal->assister_id, &today, error);
  index = events != NULL ? muster_roster_index_new (ctl->database, &today, NULL, ctl->cancellable, error) : NULL;
  if (index != NULL)
    preview = muster_coverage_preview_new_decision (ctl->database, index, proposal->assister_id,
                                                    proposal->types != 0 ? proposal->types : muster_certification_list_possible (events, verb), error);
  if (preview != NULL)
    muster_ctl_coverage_warn (ctl, preview);
  return preview != NULL;
}

static int
run_propose (MusterCtl *ctl, GError **error)
{
  const MusterOperation *operation = muster_ctl_has (ctl, "for-cause-suspension") ? &muster_propose_suspension : &muster_propose_revocation;
  MusterProposal proposal = { .clauses = muster_ctl_get_list (ctl, "clause"), .reason = muster_ctl_get (ctl, "reason"), .immediate = muster_ctl_get (ctl, "immediate"), .unacknowledged = muster_ctl_get (ctl, "unacknowledged") };
  g_autoptr (GArray) actions = NULL;
  guint authority;
  gint64 id = 0;

  if (!muster_ctl_get_types (ctl, "type", &proposal.types, error) || !muster_ctl_get_authority (ctl, "authority", &authority, error) ||
      !muster_ctl_get_day (ctl, "effective", &proposal.effective, error) || !muster_ctl_check_may (ctl, operation->name, error))
    return -1;
  proposal.authority = authority;
  proposal.assister_id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  actions = proposal.assister_id != 0 ? find_actions (ctl, error) : NULL;
  if (actions == NULL)
    return -1;
  proposal.action_ids = (const gint64 *) actions->data;
  proposal.n_action_ids = actions->len;
  if (!warn (ctl, &proposal, operation == &muster_propose_suspension ? MUSTER_VERB_SUSPEND_FOR_CAUSE : MUSTER_VERB_REVOKE, error))
    return -1;
  if (!muster_ctl_perform (ctl, operation, &proposal, &id, error) || !muster_ctl_warn_like (ctl, MUSTER_CASE_DECISION, id, error))
    return -1;
  return print_decision (ctl, id, error);
}

static gint64
find_decision (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);

  return database != NULL ? muster_decision_table_find (database, muster_ctl_get_argument (ctl, 0), error) : 0;
}

static int
answer (MusterCtl *ctl, const MusterOperation *operation, GError **error)
{
  MusterDecisionAnswer request = { .reason = muster_ctl_get (ctl, "reason"), .emergency = muster_ctl_get (ctl, "emergency") };

  if (!muster_ctl_check_may (ctl, operation->name, error))
    return -1;
  request.decision_id = find_decision (ctl, error);
  if (request.decision_id == 0 || !muster_ctl_perform (ctl, operation, &request, NULL, error))
    return -1;
  return print_decision (ctl, request.decision_id, error);
}

static int
run_call_off (MusterCtl *ctl, GError **error)
{
  MusterDecisionAnswer request = { .reason = muster_ctl_get (ctl, "reason") };
  gint64 id = 0;

  if (!muster_ctl_check_may (ctl, muster_propose_calling_off.name, error))
    return -1;
  request.decision_id = find_decision (ctl, error);
  if (request.decision_id == 0 || !muster_ctl_perform (ctl, &muster_propose_calling_off, &request, &id, error))
    return -1;
  return print_decision (ctl, id, error);
}

static int
run_approve (MusterCtl *ctl, GError **error)
{
  return answer (ctl, &muster_approve_decision, error);
}

static int
run_refuse (MusterCtl *ctl, GError **error)
{
  return answer (ctl, &muster_refuse_decision, error);
}

static int
run_take_back (MusterCtl *ctl, GError **error)
{
  return answer (ctl, &muster_take_back_proposal, error);
}

static int
run_show (MusterCtl *ctl, GError **error)
{
  gint64 id = find_decision (ctl, error);

  return id != 0 && muster_ctl_look (ctl, MUSTER_CASE_DECISION, id, error) ? print_decision (ctl, id, error) : -1;
}

static void
json_impact (const MusterRevocationImpact *impact)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();
  g_auto (GStrv) kept = muster_ctl_dup_type_codes (impact->other_types);

  muster_ctl_json_flag (json, "last_navigator", impact->last_navigator);
  muster_ctl_json_texts (json, "languages", (const char *const *) impact->uncovered_languages);
  muster_ctl_json_texts (json, "counties", (const char *const *) impact->uncovered_counties);
  muster_ctl_json_texts (json, "other_roles", (const char *const *) kept);
  muster_ctl_json_number (json, "open_actions", impact->open_actions);
  muster_ctl_json_texts (json, "steps", (const char *const *) impact->work->steps);
  muster_ctl_json_texts (json, "investigates", (const char *const *) impact->work->investigates);
  muster_ctl_json_texts (json, "incidents", (const char *const *) impact->work->concerned);
  muster_ctl_json_number (json, "tasks", impact->work->n_tasks);
  muster_ctl_json_print (json);
}

static void
add_joined (MusterCtlTable *table, const char *name, char **values)
{
  g_autofree char *text = g_strjoinv (", ", values);

  muster_ctl_table_add_field (table, name, values[0] != NULL ? text : NULL);
}

static void
print_impact (const MusterRevocationImpact *impact)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);
  g_autofree char *kept = muster_ctl_dup_type_labels (impact->other_types), *actions = g_strdup_printf ("%u", impact->open_actions), *tasks = g_strdup_printf ("%u", impact->work->n_tasks);

  muster_ctl_table_add_field (table, _("NAVIGATORS"), impact->last_navigator ? _("Nobody else of the agency may assist as a navigator") : NULL);
  add_joined (table, _("Languages nobody else covers"), impact->uncovered_languages);
  add_joined (table, _("Counties nobody else covers"), impact->uncovered_counties);
  muster_ctl_table_add_field (table, _("Roles that stay"), impact->other_types != 0 ? kept : NULL);
  muster_ctl_table_add_field (table, _("Open corrective actions"), actions);
  add_joined (table, _("Steps for somebody else"), impact->work->steps);
  add_joined (table, _("Incidents for somebody else"), impact->work->investigates);
  add_joined (table, _("Open incidents about the person"), impact->work->concerned);
  muster_ctl_table_add_field (table, _("Tasks from public lists"), tasks);
  muster_ctl_table_print (table);
}

static int
run_impact (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterRevocationImpact) impact = NULL;
  gint64 person;
  guint types;
  GDate today;

  if (!muster_ctl_get_types (ctl, "type", &types, error) || muster_ctl_read (ctl, error) == NULL)
    return -1;
  person = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  if (person == 0)
    return -1;
  g_date_set_time_t (&today, time (NULL));
  impact = muster_revocation_impact_new (ctl->database, person, types, &today, error);
  if (impact == NULL)
    return -1;
  if (ctl->json)
    json_impact (impact);
  else
    print_impact (impact);
  return MUSTER_EXIT_DONE;
}

static gboolean
dup_state (MusterDatabase *database, const MusterDecision *decision, char **state, GError **error)
{
  const char *label = muster_decision_get_label (decision);
  g_autofree char *review = NULL, *marked = NULL;

  if (!muster_ctl_dup_review_of (database, decision->id, &review, error))
    return FALSE;
  /* Translators: state of a decision: “Approved, EMERGENCY” */
  marked = decision->emergency ? g_strdup_printf (_("%s, EMERGENCY"), label) : g_strdup (label);
  /* Translators: state of a decision and what came of its review: “Approved (AP-2026-0001: Reversed)” */
  *state = review != NULL ? g_strdup_printf (_("%s (%s)"), marked, review) : g_steal_pointer (&marked);
  return TRUE;
}

static gboolean
print_list (MusterDatabase *database, GPtrArray *decisions, GError **error)
{
  const char *headers[] = { _("Decision"), _("Kind"), _("Person"), _("State"), _("Effective"), _("Proposed by"), _("Decided by"), _("Reason") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < decisions->len; i++)
    {
      const MusterDecision *decision = g_ptr_array_index (decisions, i);
      g_autofree char *person = muster_ctl_person_dup_label (database, decision->assister_id);
      g_autofree char *day = muster_date_to_iso (&decision->effective);
      g_autofree char *proposer = NULL, *decider = NULL, *state = NULL;

      if (!muster_ctl_dup_account_name (database, decision->proposer, &proposer, error) || !muster_ctl_dup_account_name (database, decision->decider, &decider, error) ||
          !dup_state (database, decision, &state, error))
        return FALSE;
      muster_ctl_table_add (table, (const char *[]) { decision->number, muster_decision_kind_get_label (decision->kind), person, state, day, proposer, decider, decision->reason });
    }
  muster_ctl_table_print (table);
  return TRUE;
}

static gboolean
print_list_json (MusterDatabase *database, GPtrArray *decisions, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_begin_list (json, "decisions");
  for (guint i = 0; i < decisions->len; i++)
    {
      json_builder_begin_object (json);
      if (!muster_ctl_json_decision (json, database, g_ptr_array_index (decisions, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return TRUE;
}

static int
run_list (MusterCtl *ctl, GError **error)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (MusterCtlListed));
  MusterDecisionFilter filter = { .only_pending = muster_ctl_has (ctl, "pending") };
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (GPtrArray) decisions = database != NULL ? muster_decision_table_list (database, &filter, error) : NULL;

  if (decisions == NULL)
    return -1;
  muster_ctl_listed_add (listed, NULL, NULL, decisions);
  if (!muster_ctl_look_at_listed (ctl, listed, error))
    return -1;
  database = muster_ctl_read (ctl, error);
  if (database == NULL)
    return -1;
  if (ctl->json)
    return print_list_json (database, decisions, error) ? MUSTER_EXIT_DONE : -1;
  return print_list (database, decisions, error) ? MUSTER_EXIT_DONE : -1;
}

const MusterCtlCommand muster_ctl_decision_commands[] = {
  { "revoke propose", N_("PERSON"), 1, 1, N_("Propose a revocation or a suspension for cause"), propose_options, TRUE, run_propose },
  { "revoke approve", N_("ID"), 1, 1, N_("Approve a proposal; never one’s own"), approve_options, TRUE, run_approve },
  { "revoke refuse", N_("ID"), 1, 1, N_("Refuse a proposal"), refuse_options, TRUE, run_refuse },
  { "revoke take-back", N_("ID"), 1, 1, N_("Take one’s own proposal back"), take_back_options, TRUE, run_take_back },
  { "revoke call-off", N_("ID"), 1, 1, N_("Propose to call off what was decided for a later day"), call_off_options, TRUE, run_call_off },
  { "revoke list", NULL, 0, 0, N_("List proposals and decisions"), list_options, TRUE, run_list },
  { "revoke show", N_("ID"), 1, 1, N_("Show one of them"), NULL, TRUE, run_show },
  { "revoke impact", N_("PERSON"), 1, 1, N_("Tell what a revocation or a suspension would leave behind"), impact_options, TRUE, run_impact },
  { NULL },
};
