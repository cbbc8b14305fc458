/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-decision-operations.h"

#include "domain/muster-standing.h"
#include "operations/muster-coverage-preview.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"

static gboolean
count_open_actions (MusterDatabase *database, gint64 assister_id, guint *count, GError **error)
{
  MusterActionFilter filter = { .assister_id = assister_id, .only_open = TRUE };
  g_autoptr (GPtrArray) actions = muster_action_table_list (database, &filter, error);

  if (actions == NULL)
    return FALSE;
  *count = actions->len;
  return TRUE;
}

/* What can still be taken away, or leads there: roles that are over do not stay. */
static guint
list_living (const MusterStandingFacts *facts)
{
  guint types = 0;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if (facts->states[i] >= MUSTER_STATE_APPLICANT && facts->states[i] <= MUSTER_STATE_SUSPENDED_FOR_CAUSE)
      types |= 1u << i;
  return types;
}

static gboolean
fill_in (MusterRevocationImpact *impact, MusterDatabase *database, const MusterAssister *person, guint types, const GDate *on, GError **error)
{
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (MusterCoveragePreview) preview = NULL;
  MusterStandingFacts facts;
  MusterStanding standing;

  impact->work = muster_open_work_query (database, person, error);
  if (impact->work == NULL || !count_open_actions (database, person->id, &impact->open_actions, error))
    return FALSE;
  if (!muster_roster_query_standing (database, person->id, on, NULL, &facts, &standing, error))
    return FALSE;
  impact->other_types = list_living (&facts) & ~types;
  index = muster_roster_index_new (database, on, NULL, NULL, error);
  preview = index != NULL ? muster_coverage_preview_new_decision (database, index, person->id, types, error) : NULL;
  if (preview == NULL)
    return FALSE;
  impact->last_navigator = preview->coverage->without_navigator->len > 0;
  g_strfreev (impact->uncovered_languages);
  impact->uncovered_languages = g_strdupv (preview->coverage->everywhere.languages);
  g_strfreev (impact->uncovered_counties);
  impact->uncovered_counties = g_strdupv (preview->coverage->everywhere.counties);
  return TRUE;
}

MusterRevocationImpact *
muster_revocation_impact_new (MusterDatabase *database, gint64 assister_id, guint types, const GDate *on, GError **error)
{
  g_autoptr (MusterRevocationImpact) impact = g_new0 (MusterRevocationImpact, 1);
  g_autoptr (MusterAssister) person = muster_people_table_load (database, assister_id, error);
  g_autoptr (GPtrArray) events = NULL;

  if (person == NULL)
    return NULL;
  impact->uncovered_languages = g_new0 (char *, 1);
  impact->uncovered_counties = g_new0 (char *, 1);
  events = muster_people_table_list_begun (database, assister_id, on, error);
  if (events == NULL)
    return NULL;
  if (types == 0)
    types = muster_certification_list_possible (events, MUSTER_VERB_REVOKE);
  if (!fill_in (impact, database, person, types, on, error))
    return NULL;
  return g_steal_pointer (&impact);
}

void
muster_revocation_impact_free (MusterRevocationImpact *impact)
{
  if (impact == NULL)
    return;
  g_strfreev (impact->uncovered_languages);
  g_strfreev (impact->uncovered_counties);
  muster_open_work_free (impact->work);
  g_free (impact);
}
