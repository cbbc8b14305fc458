/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-gui-names.h"

#include <glib/gi18n-lib.h>

#include "store/muster-account-table.h"
#include "store/muster-people-table.h"

char *
muster_gui_names_dup_account (MusterDatabase *database, gint64 id)
{
  g_autoptr (MusterAccount) account = id != 0 ? muster_account_table_load (database, id, NULL) : NULL;

  return g_strdup (account != NULL ? account->full_name : "—");
}

char *
muster_gui_names_dup_person (MusterDatabase *database, gint64 id)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (database, id, NULL);

  return person != NULL ? muster_assister_dup_name (person) : muster_assister_dup_code (id);
}

char *
muster_gui_names_dup_listed (MusterDatabase *database, gint64 id)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (database, id, NULL);

  return person != NULL ? muster_assister_dup_list_name (person) : muster_assister_dup_code (id);
}

char *
muster_gui_names_dup_case (const char *number, const char *person)
{
  /* Translators: the number of a case, and the name of the person it is about */
  return person != NULL ? g_strdup_printf (C_("case", "%s  %s"), number, person) : g_strdup (number);
}
