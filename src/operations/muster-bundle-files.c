/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-bundle-case.h"

#include "domain/muster-evidence.h"
#include "domain/muster-incident.h"
#include "store/muster-attachment-table.h"
#include "store/muster-document-table.h"
#include "operations/muster-citation-steps.h"
#include "store/muster-evidence-table.h"
#include "store/muster-rules-table.h"

/* The files that belong to a case, as they are kept in the register. */

gboolean
muster_bundle_case_add_file (MusterBundleCase *record, MusterDatabase *database, gint64 document_id, const char *folder, const char *code, GError **error)
{
  g_autoptr (MusterDocument) document = muster_document_table_load (database, document_id, error);
  GBytes *content = document != NULL ? muster_document_table_load_content (database, document_id, error) : NULL;
  MusterBundleFile *file;

  if (content == NULL)
    return FALSE;
  file = g_new0 (MusterBundleFile, 1);
  file->name = g_strdup_printf ("%s/%s %s", folder, code, document->file_name);
  file->content = content;
  file->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_ptr_array_add (record->files, file);
  return TRUE;
}

/* Of the versions of the notice those that matter here: the one in force, and the ones that the person acknowledged. They are in order, the last in force first. */
static void
keep_policies (MusterBundleCase *record)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < record->policies->len;)
    {
      const MusterPolicyVersion *policy = record->policies->pdata[i];
      gboolean is_notice = g_str_equal (policy->code, MUSTER_POLICY_NOTICE);
      gboolean is_in_force = is_notice && !is_found && g_date_compare (&policy->from, &record->day) <= 0;
      gboolean keep = is_in_force;

      is_found = is_found || is_in_force;
      for (guint e = 0; is_notice && e < record->evidence->len; e++)
        keep = keep || g_strcmp0 (((const MusterEvidence *) record->evidence->pdata[e])->version, policy->version) == 0;
      if (keep)
        i++;
      else
        g_ptr_array_remove_index (record->policies, i);
    }
}

gboolean
muster_bundle_case_load_evidence (MusterBundleCase *record, MusterDatabase *database, GError **error)
{
  record->evidence = muster_evidence_table_list (database, record->person->id, error);
  record->policies = record->evidence != NULL ? muster_rules_table_list_policies (database, error) : NULL;
  if (record->policies == NULL || !muster_citation_steps_find_text (database, record->number, &record->cited, error))
    return FALSE;
  for (guint i = 0; i < record->evidence->len; i++)
    {
      const MusterEvidence *evidence = record->evidence->pdata[i];
      g_autofree char *code = muster_evidence_dup_code (evidence->id);

      if (evidence->document_id != 0 && !muster_bundle_case_add_file (record, database, evidence->document_id, "evidence", code, error))
        return FALSE;
    }
  keep_policies (record);
  for (guint i = 0; i < record->policies->len; i++)
    {
      const MusterPolicyVersion *policy = record->policies->pdata[i];
      g_autofree char *code = g_strdup_printf ("%u", i + 1);

      if (!muster_bundle_case_add_file (record, database, policy->document_id, "notice", code, error))
        return FALSE;
    }
  return TRUE;
}

/* What was withdrawn is told of, and does not leave. */
static gboolean
load_of_incident (MusterBundleCase *record, MusterDatabase *database, const MusterIncident *incident, GError **error)
{
  g_autoptr (GPtrArray) attachments = muster_attachment_table_list (database, incident->id, error);

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    {
      const MusterAttachment *attachment = attachments->pdata[i];
      g_autofree char *code = g_strdup_printf ("%s-%u", incident->number, attachment->place);

      if (attachment->withdrawn_at == 0 && !muster_bundle_case_add_file (record, database, attachment->document->id, "incidents", code, error))
        return FALSE;
    }
  if (attachments != NULL)
    g_ptr_array_extend_and_steal (record->attachments, g_steal_pointer (&attachments));
  return TRUE;
}

gboolean
muster_bundle_case_load_attachments (MusterBundleCase *record, MusterDatabase *database, GError **error)
{
  for (guint i = 0; i < record->incidents->len; i++)
    if (!load_of_incident (record, database, record->incidents->pdata[i], error))
      return FALSE;
  return TRUE;
}

const MusterBundleFile *
muster_bundle_case_find_file (const MusterBundleCase *record, const char *code)
{
  g_autofree char *word = g_strdup_printf ("/%s ", code);

  for (guint i = 0; i < record->files->len; i++)
    if (strstr (((const MusterBundleFile *) record->files->pdata[i])->name, word) != NULL)
      return record->files->pdata[i];
  return NULL;
}
