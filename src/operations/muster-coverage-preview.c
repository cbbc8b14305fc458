/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-coverage-preview.h"

#include <glib/gi18n-lib.h>

#include "operations/muster-certification-step.h"
#include "operations/muster-override-remarks.h"
#include "store/muster-coverage-query.h"
#include "store/muster-people-table.h"

static void
add_warning (GStrvBuilder *builder, char *text)
{
  g_strv_builder_take (builder, text);
}

static void
add_lost (GStrvBuilder *builder, MusterRosterIndex *index, const MusterCoverageLost *lost)
{
  g_autofree char *languages = g_strjoinv (", ", lost->languages);
  g_autofree char *counties = g_strjoinv (", ", lost->counties);
  g_autofree char *agency = muster_coverage_query_dup_agency (index, lost->agency_id);

  if (lost->agency_id == 0 && *languages != '\0')
    add_warning (builder, g_strdup_printf (_("Languages that nobody who may assist speaks any more: %s."), languages));
  if (lost->agency_id == 0 && *counties != '\0')
    add_warning (builder, g_strdup_printf (_("Counties that nobody who may assist covers any more: %s."), counties));
  if (lost->agency_id != 0 && *languages != '\0')
    /* Translators: agency, languages */
    add_warning (builder, g_strdup_printf (_("Languages that nobody at “%s” speaks any more: %s."), agency, languages));
  if (lost->agency_id != 0 && *counties != '\0')
    /* Translators: agency, counties */
    add_warning (builder, g_strdup_printf (_("Counties that nobody at “%s” covers any more: %s."), agency, counties));
}

/* @first: what is to be said before it */
static char **
dup_warnings (const MusterCoverage *coverage, MusterRosterIndex *index, char **agencies, char **first)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = g_strv_length (agencies);
  g_autofree char *names = g_strjoinv (", ", agencies);

  g_strv_builder_addv (builder, (const char **) first);
  if (n > 0)
    add_warning (builder, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Nobody at “%s” may assist as a navigator any more. The contract asks for one who is publicly listed at all times, and may end without.",
                                                        "Agencies where nobody may assist as a navigator any more: %s. The contract asks for one who is publicly listed at all times, and may end without.", n),
                                           names));
  add_lost (builder, index, &coverage->everywhere);
  for (guint i = 0; i < coverage->left->len; i++)
    add_lost (builder, index, coverage->left->pdata[i]);
  return g_strv_builder_end (builder);
}

/* @first: what is to be said before what is left uncovered */
static MusterCoveragePreview *
preview_new (MusterDatabase *database, MusterRosterIndex *index, GArray *changes, char **first, GError **error)
{
  MusterCoverage *coverage = muster_coverage_query (database, index, changes, error);
  MusterCoveragePreview *preview;

  if (coverage == NULL)
    return NULL;
  preview = g_new0 (MusterCoveragePreview, 1);
  preview->coverage = coverage;
  preview->agencies = muster_coverage_query_dup_agencies (index, coverage->without_navigator);
  preview->warnings = dup_warnings (coverage, index, preview->agencies, first);
  return preview;
}

void
muster_coverage_preview_free (MusterCoveragePreview *preview)
{
  if (preview == NULL)
    return;
  muster_coverage_free (preview->coverage);
  g_strfreev (preview->agencies);
  g_strfreev (preview->warnings);
  g_free (preview);
}

/* How the person stands once the roles are in the states of @facts. */
static void
add_change (GArray *changes, gint64 assister_id, MusterStandingFacts *facts, gboolean leaves)
{
  MusterCoverageChange change = { .assister_id = assister_id, .agency_id = leaves ? 0 : -1 };

  if (leaves)
    facts->active = facts->has_agency = 0;
  change.types = muster_standing_judge (facts).assisting_types;
  g_array_append_val (changes, change);
}

MusterCoveragePreview *
muster_coverage_preview_new_step (MusterDatabase *database, MusterCertificationVerb verb, const MusterCertificationRequest *request, const GDate *today,
                                  GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterCertificationStep) step = muster_certification_step_new (database, verb, request, today, error);
  g_autoptr (MusterRosterIndex) index = step != NULL ? muster_roster_index_new (database, today, NULL, cancellable, error) : NULL;
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MusterCoverageChange));
  g_auto (GStrv) overridden = index != NULL ? muster_override_remarks_new (database, verb, request, today, error) : NULL;
  MusterStandingFacts facts;

  if (overridden == NULL)
    return NULL;
  if (muster_roster_index_find_facts (index, request->assister_id, &facts))
    {
      for (guint i = 0; i < step->planned->len; i++)
        {
          const MusterCertificationEvent *event = step->planned->pdata[i];

          facts.states[g_bit_nth_lsf (event->type, -1)] = event->to;
        }
      add_change (changes, request->assister_id, &facts, muster_certification_step_is_leaving (step));
    }
  return preview_new (database, index, changes, overridden, error);
}

MusterCoveragePreview *
muster_coverage_preview_new_decision (MusterDatabase *database, MusterRosterIndex *index, gint64 assister_id, guint types, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MusterCoverageChange));
  MusterStandingFacts facts;

  if (muster_roster_index_find_facts (index, assister_id, &facts))
    {
      for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
        if ((types & (1u << i)) != 0)
          facts.states[i] = MUSTER_STATE_REVOKED;
      add_change (changes, assister_id, &facts, FALSE);
    }
  return preview_new (database, index, changes, (char *[]) { NULL }, error);
}

/* The lines of one person stand together. */
static void
add_batch (GArray *changes, MusterRosterIndex *index, const MusterBatchPlan *plan)
{
  for (guint i = 0, end; i < plan->lines->len; i = end)
    {
      const MusterBatchLine *first = plan->lines->pdata[i];
      MusterStandingFacts facts;
      gboolean is_known = muster_roster_index_find_facts (index, first->assister_id, &facts);

      for (end = i; end < plan->lines->len && ((const MusterBatchLine *) plan->lines->pdata[end])->assister_id == first->assister_id; end++)
        {
          const MusterBatchLine *line = plan->lines->pdata[end];

          if (is_known && line->type != 0)
            facts.states[g_bit_nth_lsf (line->type, -1)] = line->to;
        }
      if (is_known && first->problem == NULL)
        add_change (changes, first->assister_id, &facts, first->leaves);
    }
}

MusterCoveragePreview *
muster_coverage_preview_new_batch (MusterDatabase *database, const MusterBatchPlan *plan, const GDate *today, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) overridden = g_new0 (char *, 2);
  g_autoptr (MusterRosterIndex) index = muster_roster_index_new (database, today, NULL, cancellable, error);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MusterCoverageChange));

  if (index == NULL)
    return NULL;
  add_batch (changes, index, plan);
  overridden[0] = muster_override_remarks_dup_batch (index, plan);
  return preview_new (database, index, changes, overridden, error);
}

MusterCoveragePreview *
muster_coverage_preview_new_transfer (MusterDatabase *database, const MusterTransferRequest *request, const GDate *today, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) index = muster_roster_index_new (database, today, NULL, cancellable, error);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MusterCoverageChange));
  MusterCoverageChange change = { .assister_id = request->assister_id, .agency_id = request->agency_id };
  MusterStandingFacts facts;

  if (index == NULL)
    return NULL;
  if (muster_roster_index_find_facts (index, request->assister_id, &facts))
    {
      change.types = muster_standing_judge (&facts).assisting_types;
      g_array_append_val (changes, change);
    }
  return preview_new (database, index, changes, (char *[]) { NULL }, error);
}

MusterCoveragePreview *
muster_coverage_preview_new_agency (MusterDatabase *database, gint64 assister_id, const char *agency, const GDate *today, GCancellable *cancellable, GError **error)
{
  MusterTransferRequest request = { .assister_id = assister_id };

  if (!muster_people_table_find_agency (database, agency, &request.agency_id, error))
    return NULL;
  return muster_coverage_preview_new_transfer (database, &request, today, cancellable, error);
}
