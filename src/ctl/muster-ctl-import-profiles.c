/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-import.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "operations/muster-profile-operations.h"
#include "store/muster-profile-table.h"

static void
print_json (GPtrArray *profiles)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_begin_list (json, "profiles");
  for (guint i = 0; i < profiles->len; i++)
    {
      const MusterImportProfile *profile = profiles->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "name", profile->name);
      muster_ctl_json_text (json, "key", muster_import_key_to_code (profile->key));
      muster_ctl_json_text (json, "mode", muster_import_mode_to_code (profile->mode));
      muster_ctl_json_begin_list (json, "columns");
      for (guint j = 0; j < profile->columns->len; j++)
        {
          const MusterProfileColumn *column = profile->columns->pdata[j];

          json_builder_begin_object (json);
          muster_ctl_json_text (json, "header", column->header);
          muster_ctl_json_text (json, "field", muster_import_field_to_code (column->field));
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
}

static void
print_list (GPtrArray *profiles)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, (const char *[]) { _("Sender"), _("Columns") });

  for (guint i = 0; i < profiles->len; i++)
    {
      const MusterImportProfile *profile = profiles->pdata[i];
      g_autofree char *columns = g_strdup_printf ("%u", profile->columns->len);

      muster_ctl_table_add (table, (const char *[]) { profile->name, columns });
    }
  muster_ctl_table_print (table);
}

int
muster_ctl_import_profiles (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (GPtrArray) profiles = database != NULL ? muster_profile_table_list (database, error) : NULL;

  if (profiles == NULL)
    return -1;
  if (ctl->json)
    print_json (profiles);
  else
    print_list (profiles);
  return MUSTER_EXIT_DONE;
}

int
muster_ctl_import_forget (MusterCtl *ctl, GError **error)
{
  MusterProfileRemoval removal = { muster_ctl_get_argument (ctl, 0) };
  g_autoptr (JsonBuilder) json = NULL;

  if (!muster_ctl_perform (ctl, &muster_remove_profile, &removal, NULL, error))
    return -1;
  if (ctl->json)
    {
      json = muster_ctl_json_new ();
      muster_ctl_json_text (json, "forgotten", removal.name);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print (_("How the files of “%s” are read is forgotten.\n"), removal.name);
  return MUSTER_EXIT_DONE;
}
