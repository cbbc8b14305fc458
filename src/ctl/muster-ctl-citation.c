/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-citation.h"

#include "ctl/muster-ctl-output.h"
#include "documents/muster-data.h"
#include "operations/muster-citation-steps.h"
#include "operations/muster-wording-steps.h"

static const char *
find_wording (GHashTable *wordings, const char *id)
{
  const MusterClause *clause = muster_clause_catalogue_find (muster_data_get_clauses (), id, NULL);

  return clause != NULL ? muster_wording_find (wordings, clause) : NULL;
}

gboolean
muster_ctl_json_citation (JsonBuilder *json, MusterDatabase *database, const char *number, GPtrArray *clause_ids, const char *version, const GDate *on, GError **error)
{
  g_autoptr (GHashTable) wordings = muster_wording_steps_load (database, version, on, error);
  g_autofree char *cited = NULL;

  if (wordings == NULL || !muster_citation_steps_find_text (database, number, &cited, error))
    return FALSE;
  muster_ctl_json_text (json, "cited_from", cited);
  json_builder_set_member_name (json, "wordings");
  json_builder_begin_object (json);
  for (guint i = 0; i < clause_ids->len; i++)
    {
      const char *wording = find_wording (wordings, clause_ids->pdata[i]);

      if (wording != NULL)
        muster_ctl_json_text (json, clause_ids->pdata[i], wording);
    }
  json_builder_end_object (json);
  return TRUE;
}

gboolean
muster_ctl_print_citation (MusterDatabase *database, const char *number, GPtrArray *clause_ids, const char *version, const GDate *on, GError **error)
{
  g_autoptr (GHashTable) wordings = muster_wording_steps_load (database, version, on, error);
  g_autofree char *cited = NULL;

  if (wordings == NULL || !muster_citation_steps_find_text (database, number, &cited, error))
    return FALSE;
  if (cited != NULL)
    muster_ctl_print ("%s\n", cited);
  for (guint i = 0; i < clause_ids->len; i++)
    {
      const char *wording = find_wording (wordings, clause_ids->pdata[i]);

      if (wording != NULL)
        muster_ctl_print ("%s: “%s”\n", (const char *) clause_ids->pdata[i], wording);
    }
  return TRUE;
}
