/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-wording-steps.h"

#include "documents/muster-data.h"
#include "domain/muster-policy.h"
#include "store/muster-document-table.h"
#include "store/muster-rules-table.h"

static gboolean
find_version (MusterDatabase *database, const char *version, gint64 *document_id, GError **error)
{
  g_autoptr (GPtrArray) policies = muster_rules_table_list_policies (database, error);

  for (guint i = 0; policies != NULL && i < policies->len; i++)
    {
      const MusterPolicyVersion *policy = policies->pdata[i];

      if (g_str_equal (policy->code, MUSTER_POLICY_NOTICE) && g_str_equal (policy->version, version))
        *document_id = policy->document_id;
    }
  return policies != NULL;
}

static gboolean
find_document (MusterDatabase *database, const char *version, const GDate *on, gint64 *document_id, GError **error)
{
  g_autoptr (MusterPolicyVersion) policy = NULL;

  *document_id = 0;
  if (version != NULL && !find_version (database, version, document_id, error))
    return FALSE;
  if (*document_id != 0)
    return TRUE;
  if (!muster_rules_table_find_policy (database, MUSTER_POLICY_NOTICE, on, G_MAXINT64, &policy, error))
    return FALSE;
  if (policy != NULL)
    *document_id = policy->document_id;
  return TRUE;
}

GHashTable *
muster_wording_steps_load (MusterDatabase *database, const char *version, const GDate *on, GError **error)
{
  g_autoptr (MusterDocument) document = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *text = NULL;
  gint64 document_id;

  if (!find_document (database, version, on, &document_id, error))
    return NULL;
  if (document_id == 0)
    return muster_wording_read (NULL, muster_data_get_clauses ());
  document = muster_document_table_load (database, document_id, error);
  if (document == NULL)
    return NULL;
  if (!g_str_has_prefix (document->media_type, "text/"))
    return muster_wording_read (NULL, muster_data_get_clauses ());
  content = muster_document_table_load_content (database, document_id, error);
  if (content == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  return muster_wording_read (g_utf8_validate (text, -1, NULL) ? text : NULL, muster_data_get_clauses ());
}
