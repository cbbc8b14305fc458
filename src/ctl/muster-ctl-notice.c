/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-rules.h"
#include "ctl/muster-ctl-session.h"
#include "documents/muster-document-file.h"
#include "domain/muster-date.h"
#include "operations/muster-rule-operations.h"
#include "store/muster-document-table.h"
#include "store/muster-rules-table.h"

static const MusterCtlOption load_options[] = {
  { "version", MUSTER_CTL_TEXT, TRUE, N_("NAME"), N_("What this version is called, as “2026.1”") },
  { "title", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("The title of the notice") },
  { "from", MUSTER_CTL_TEXT, TRUE, N_("DATE"), N_("From this day on it is in force") },
  { NULL },
};

static int
run_load (MusterCtl *ctl, GError **error)
{
  MusterPolicyRequest request = { .version = muster_ctl_get (ctl, "version"), .title = muster_ctl_get (ctl, "title") };
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (muster_ctl_get_argument (ctl, 0));
  g_autofree char *file_name = NULL;
  g_autoptr (GBytes) content = NULL;

  if (!muster_ctl_check_may (ctl, muster_load_policy.name, error) || !muster_ctl_get_day (ctl, "from", &request.from, error))
    return -1;
  content = muster_document_file_read (file, &file_name, ctl->cancellable, error);
  if (content == NULL)
    return -1;
  request.file_name = file_name;
  request.content = content;
  if (!muster_ctl_perform (ctl, &muster_load_policy, &request, NULL, error))
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "version", request.version);
      muster_ctl_json_day (json, "from", &request.from);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print (_("Version “%s” of the notice is kept. `rules simulate` shows who will be asked for it.\n"), request.version);
  return MUSTER_EXIT_DONE;
}

static gboolean
json_version (JsonBuilder *json, MusterDatabase *database, const MusterPolicyVersion *policy, const MusterPolicyVersion *in_force, GError **error)
{
  g_autoptr (MusterDocument) document = muster_document_table_load (database, policy->document_id, error);

  if (document == NULL)
    return FALSE;
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "version", policy->version);
  muster_ctl_json_text (json, "title", policy->title);
  muster_ctl_json_day (json, "from", &policy->from);
  muster_ctl_json_flag (json, "in_force", in_force != NULL && in_force->id == policy->id);
  muster_ctl_json_text (json, "file", document->file_name);
  muster_ctl_json_text (json, "media_type", document->media_type);
  muster_ctl_json_number (json, "size", document->size);
  muster_ctl_json_text (json, "hash", document->hash);
  json_builder_end_object (json);
  return TRUE;
}

static int
print_json (MusterCtl *ctl, GPtrArray *versions, const MusterPolicyVersion *in_force, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_begin_list (json, "versions");
  for (guint i = 0; i < versions->len; i++)
    if (!json_version (json, ctl->database, versions->pdata[i], in_force, error))
      return -1;
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return MUSTER_EXIT_DONE;
}

static void
print_list (GPtrArray *versions, const MusterPolicyVersion *in_force)
{
  const char *headers[] = { _("Version"), _("Title"), _("From"), _("In force") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < versions->len; i++)
    {
      const MusterPolicyVersion *policy = versions->pdata[i];
      g_autofree char *from = muster_date_to_iso (&policy->from);

      muster_ctl_table_add (table, (const char *[]) { policy->version, policy->title, from, in_force != NULL && in_force->id == policy->id ? _("Yes") : NULL });
    }
  muster_ctl_table_print (table);
}

static int
run_list (MusterCtl *ctl, GError **error)
{
  g_autoptr (GPtrArray) versions = muster_ctl_read (ctl, error) != NULL ? muster_rules_table_list_policies (ctl->database, error) : NULL;
  g_autoptr (MusterPolicyVersion) in_force = NULL;
  GDate today;

  muster_ctl_rules_get_today (&today);
  if (versions == NULL || !muster_rules_table_find_policy (ctl->database, MUSTER_POLICY_NOTICE, &today, G_MAXINT64, &in_force, error))
    return -1;
  if (ctl->json)
    return print_json (ctl, versions, in_force, error);
  if (versions->len > 0)
    print_list (versions, in_force);
  else if (!ctl->quiet)
    muster_ctl_print ("%s\n", _("No version of the notice has been loaded; any signature will do."));
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_notice_commands[] = {
  { "notice load", N_("FILE"), 1, 1, N_("Keep a version of the notice; from its day on everybody is asked for it"), load_options, TRUE, run_load },
  { "notice list", NULL, 0, 0, N_("List the versions of the notice"), NULL, TRUE, run_list },
  { NULL },
};
