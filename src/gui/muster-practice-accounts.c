/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-practice-accounts.h"

#include "domain/muster-role.h"

static const struct
{
  const char *account;
  MusterRole role;
} accounts[] = {
  { "alex", MUSTER_ROLE_ADMINISTRATOR },
  { "robin", MUSTER_ROLE_ADMINISTRATOR },
  { "sam", MUSTER_ROLE_SUPERVISOR },
  { "kim", MUSTER_ROLE_STAFF },
  { "jo", MUSTER_ROLE_AUDITOR },
};

void
muster_practice_accounts_add_rows (AdwPreferencesGroup *group, GCallback chosen, gpointer object)
{
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), accounts[i].account);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), muster_role_get_label (accounts[i].role));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", chosen, object, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
    }
}
