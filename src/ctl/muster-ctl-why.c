/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-output.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-rules.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-evidence.h"
#include "domain/muster-rule-text.h"
#include "operations/muster-open-items.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"

static const MusterCtlOption options[] = {
  { "as-of", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("As it was, or will be if nothing is recorded, on this day") },
  { "known-on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("By what had been recorded through this day") },
  { "rules", MUSTER_CTL_TEXT, FALSE, N_("PACK"), N_("By this rule pack instead of the one in force") },
  { NULL },
};

static void
json_reasons (JsonBuilder *json, const MusterAnswer *answer)
{
  muster_ctl_json_begin_list (json, "reasons");
  for (guint i = 0; i < answer->reasons->len; i++)
    {
      const MusterAnswerReason *reason = answer->reasons->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "code", reason->code);
      muster_ctl_json_text (json, "text", reason->text);
      muster_ctl_json_text (json, "cure", reason->cure);
      muster_ctl_json_text (json, "requirement", reason->requirement);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
json_requirements (JsonBuilder *json, const MusterPersonAnswer *person)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (person->pack, &n);

  muster_ctl_json_begin_list (json, "requirements");
  for (guint i = 0; i < person->answer->requirements->len; i++)
    {
      const MusterAnswerRequirement *line = &g_array_index (person->answer->requirements, MusterAnswerRequirement, i);
      g_autofree char *evidence = line->finding.fact >= 0 ? muster_evidence_dup_code (g_array_index (person->evidence, gint64, line->finding.fact)) : NULL;
      GDate through;

      muster_day_to_date (line->finding.through, &through);
      json_builder_begin_object (json);
      muster_ctl_json_text (json, "requirement", requirements[line->place]->code);
      muster_ctl_json_text (json, "title", requirements[line->place]->title);
      muster_ctl_json_text (json, "type", muster_assister_type_to_code (line->type));
      muster_ctl_json_text (json, "status", muster_requirement_status_to_code (line->finding.status));
      muster_ctl_json_day (json, "through", &through);
      muster_ctl_json_flag (json, "blocks", requirements[line->place]->blocks);
      muster_ctl_json_text (json, "citation", requirements[line->place]->source.citation);
      muster_ctl_json_flag (json, "verified", requirements[line->place]->source.verified);
      muster_ctl_json_text (json, "evidence", evidence);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* What the calendar proposes and nobody has decided yet. */
static void
json_proposals (JsonBuilder *json, const MusterAnswer *answer)
{
  muster_ctl_json_begin_list (json, "proposed");
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if (answer->proposed[i] != (MusterCertificationState) answer->facts.states[i])
      {
        json_builder_begin_object (json);
        muster_ctl_json_text (json, "type", muster_assister_type_to_code (1u << i));
        muster_ctl_json_text (json, "from", muster_certification_state_to_code (answer->facts.states[i]));
        muster_ctl_json_text (json, "to", muster_certification_state_to_code (answer->proposed[i]));
        json_builder_end_object (json);
      }
  json_builder_end_array (json);
}

static gboolean
print_json (MusterDatabase *database, const MusterPersonAnswer *person, GPtrArray *coming, const char *override, const GDate *as_of, GError **error)
{
  g_autofree char *warning = muster_rule_pack_dup_warning (person->pack, as_of);
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();
  GDate through;

  muster_day_to_date (person->answer->standing.may_assist ? person->answer->facts.through : 0, &through);
  muster_ctl_json_flag (json, "may_assist", person->answer->standing.may_assist);
  muster_ctl_json_day (json, "as_of", as_of);
  muster_ctl_json_day (json, "through", &through);
  muster_ctl_json_text (json, "agency", person->agency);
  muster_ctl_json_text (json, "rule_pack", muster_rule_pack_get_name (person->pack));
  muster_ctl_json_day (json, "rules_through", muster_rule_pack_get_through (person->pack));
  muster_ctl_json_text (json, "warning", warning);
  json_reasons (json, person->answer);
  json_requirements (json, person);
  json_proposals (json, person->answer);
  muster_ctl_json_text (json, "despite_open_items", override);
  if (!muster_ctl_json_coming (json, database, coming, error))
    return FALSE;
  muster_ctl_json_print (json);
  return TRUE;
}

static void
print_requirements (const MusterPersonAnswer *person)
{
  const char *headers[] = { _("Requirement"), _("Role"), _("Status"), _("Through"), NULL };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers) - 1, headers);
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (person->pack, &n);

  for (guint i = 0; i < person->answer->requirements->len; i++)
    {
      const MusterAnswerRequirement *line = &g_array_index (person->answer->requirements, MusterAnswerRequirement, i);
      g_autofree char *day = NULL;
      GDate through;

      muster_day_to_date (line->finding.through, &through);
      day = muster_date_to_iso (&through);
      muster_ctl_table_add (table, (const char *[]) { requirements[line->place]->title, muster_assister_type_get_label (line->type),
                                                      muster_requirement_status_get_label (line->finding.status), day });
    }
  if (person->answer->requirements->len == 0)
    return;
  muster_ctl_print ("\n");
  muster_ctl_table_print (table);
}

static void
print_text (const MusterPersonAnswer *person, GPtrArray *coming, const char *override, const char *name, const GDate *as_of)
{
  g_autofree char *day = muster_date_to_iso (as_of);
  g_autofree char *last = NULL, *warning = muster_rule_pack_dup_warning (person->pack, as_of);
  GDate through;

  muster_ctl_print (person->answer->standing.may_assist ? _("%s may assist on %s.\n") : _("%s may not assist on %s.\n"), name, day);
  for (guint i = 0; i < person->answer->reasons->len; i++)
    {
      const MusterAnswerReason *reason = person->answer->reasons->pdata[i];

      muster_ctl_print ("  %s %s\n", reason->text, reason->cure);
    }
  if (override != NULL)
    muster_ctl_print ("  %s\n", override);
  muster_ctl_person_print_coming (coming);
  muster_day_to_date (person->answer->standing.may_assist ? person->answer->facts.through : 0, &through);
  last = muster_date_to_iso (&through);
  if (last != NULL)
    muster_ctl_print (_("  As things stand, through %s.\n"), last);
  print_requirements (person);
  muster_ctl_print (_("\nBy the rule pack “%s”.\n"), muster_rule_pack_get_title (person->pack));
  if (warning != NULL)
    muster_ctl_print ("%s\n", warning);
}

static gboolean
find_pack (MusterCtl *ctl, MusterRulePack **pack, GError **error)
{
  const char *name = muster_ctl_get (ctl, "rules");

  *pack = name != NULL ? muster_ctl_rules_find (ctl, name, error) : NULL;
  return name == NULL || *pack != NULL;
}

static int
run_why (MusterCtl *ctl, GError **error)
{
  GDate as_of, known_on;
  g_autoptr (MusterPersonAnswer) person = NULL;
  g_autoptr (MusterAssister) assister = NULL;
  g_autoptr (GPtrArray) coming = NULL;
  g_autofree char *name = NULL, *override = NULL;
  g_autoptr (MusterRulePack) pack = NULL;
  gint64 id;

  if (!muster_ctl_get_day (ctl, "as-of", &as_of, error) || !muster_ctl_get_day (ctl, "known-on", &known_on, error) || !find_pack (ctl, &pack, error))
    return -1;
  if (!g_date_valid (&as_of))
    g_date_set_time_t (&as_of, time (NULL));
  id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  assister = id != 0 ? muster_people_table_load (ctl->database, id, error) : NULL;
  person = assister != NULL ? muster_roster_query_answer (ctl->database, id, pack, &as_of, &known_on, error) : NULL;
  coming = person != NULL ? muster_coming_query_list (ctl->database, id, &as_of, &known_on, error) : NULL;
  if (coming == NULL || !muster_open_items_find_override (ctl->database, id, &as_of, &known_on, &override, error))
    return -1;
  if (ctl->json)
    return print_json (ctl->database, person, coming, override, &as_of, error) ? MUSTER_EXIT_DONE : -1;
  name = muster_assister_dup_list_name (assister);
  print_text (person, coming, override, name, &as_of);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_why_commands[] = {
  { "why", N_("PERSON"), 1, 1, N_("Say why a person may or may not assist, and what would cure it"), options, TRUE, run_why },
  { NULL },
};
