/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-override-remarks.h"

#include <glib/gi18n-lib.h>

gboolean
muster_override_remarks_concern (MusterCertificationVerb verb)
{
  return verb == MUSTER_VERB_CERTIFY || verb == MUSTER_VERB_REINSTATE;
}

/* That nothing is recorded is no news about somebody whom the marketplace certifies. */
static gboolean
is_overridden (MusterRequirementStatus status)
{
  return status == MUSTER_REQUIREMENT_EXPIRED || status == MUSTER_REQUIREMENT_ADVERSE;
}

static void
add_remarks (GStrvBuilder *builder, const MusterPersonAnswer *person, guint types)
{
  guint n;
  guint32 seen = 0;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (person->pack, &n);

  for (guint i = 0; i < person->answer->requirements->len; i++)
    {
      const MusterAnswerRequirement *line = &g_array_index (person->answer->requirements, MusterAnswerRequirement, i);
      const MusterRequirement *requirement = requirements[line->place];
      g_autofree char *text = NULL;

      if ((line->type & types) == 0 || (seen & (1u << line->place)) != 0 || !requirement->implied || !is_overridden (line->finding.status))
        continue;
      seen |= 1u << line->place;
      text = muster_requirement_dup_text (requirement, &line->finding);
      /* Translators: what is wrong with a requirement, a whole sentence */
      g_strv_builder_take (builder, g_strdup_printf (_("%s From then on the certification stands for it. If the marketplace has seen a newer proof, record that too."), text));
    }
}

char **
muster_override_remarks_new (MusterDatabase *database, MusterCertificationVerb verb, const MusterCertificationRequest *request, const GDate *today, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (MusterPersonAnswer) person = NULL;

  if (!muster_override_remarks_concern (verb))
    return g_strv_builder_end (builder);
  person = muster_roster_query_answer (database, request->assister_id, NULL, today, NULL, error);
  if (person == NULL)
    return NULL;
  add_remarks (builder, person, request->type != 0 ? request->type : G_MAXUINT);
  return g_strv_builder_end (builder);
}

char *
muster_override_remarks_dup_batch (MusterRosterIndex *index, const MusterBatchPlan *plan)
{
  gint64 last = 0;
  guint n = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const MusterBatchLine *line = plan->lines->pdata[i];
      MusterStandingFacts facts;

      if (line->problem != NULL || line->to != MUSTER_STATE_CERTIFIED || line->assister_id == last || !muster_roster_index_find_facts (index, line->assister_id, &facts))
        continue;
      last = line->assister_id;
      n += (facts.expired | facts.adverse) != 0;
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %'u person it is recorded that something required has ended or is not met. From then on the certification stands for it.",
                                       "Of %'u people it is recorded that something required has ended or is not met. From then on the certification stands for it.", n),
                          n);
}
