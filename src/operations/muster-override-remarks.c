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

static char *
fill (const char *format, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (text, parts);
}

/* @format and @of_licence have the sentence that says what is wrong; the second is for what no certification stands for. */
static void
add_remarks (GStrvBuilder *builder, const MusterPersonAnswer *person, guint types, const char *format, const char *of_licence)
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
      g_strv_builder_take (builder, fill (requirement->kind == MUSTER_REQUIREMENT_LICENCE ? of_licence : format, text));
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
  /* Translators: %s is what is wrong with a requirement, a whole sentence */
  add_remarks (builder, person, request->type != 0 ? request->type : G_MAXUINT, _("%s From then on the certification stands for it. If the marketplace has seen a newer proof, record that too."),
               /* Translators: %s is what is wrong with a license, a whole sentence */
               _("%s No certification stands for a license: nobody may assist as a broker until one is recorded that covers the day."));
  return g_strv_builder_end (builder);
}

gboolean
muster_override_remarks_add_kept (GStrvBuilder *builder, MusterDatabase *database, gint64 assister_id, guint types, const GDate *on, GError **error)
{
  g_autoptr (MusterPersonAnswer) person = muster_roster_query_answer (database, assister_id, NULL, on, NULL, error);
  const char *kept;

  if (person == NULL)
    return FALSE;
  /* Translators: %s is what is wrong with a requirement, a whole sentence */
  kept = _("%s That stays so: what is given back stands for no more than it did before the decision.");
  add_remarks (builder, person, types, kept, kept);
  return TRUE;
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

      if (line->problem != NULL || (line->to != MUSTER_STATE_CERTIFIED && line->to != MUSTER_STATE_CERTIFIED_RESTRICTED) || line->assister_id == last || !muster_roster_index_find_facts (index, line->assister_id, &facts))
        continue;
      last = line->assister_id;
      n += (facts.expired | facts.adverse) != 0;
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %'u person it is recorded that something required has ended or is not met. From then on the certification stands for it, but never for a license.",
                                       "Of %'u people it is recorded that something required has ended or is not met. From then on the certification stands for it, but never for a license.", n),
                          n);
}
