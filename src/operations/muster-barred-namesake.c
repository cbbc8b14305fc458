/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-barred-namesake.h"

#include "domain/muster-certification.h"
#include "store/muster-people-table.h"

gboolean
muster_barred_namesake_dup_text (MusterDatabase *database, const MusterAssister *known, const GDate *today, char **text, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_begun (database, known->id, today, error);
  g_autofree char *code = muster_assister_dup_code (known->id), *name = muster_assister_dup_name (known);
  MusterCertificationState bar;

  *text = NULL;
  if (events == NULL)
    return FALSE;
  bar = muster_certification_find_bar (events);
  if (bar != MUSTER_STATE_NONE)
    *text = g_strdup_printf ("%s, %s (%s)", code, name, muster_certification_state_get_label (bar));
  return TRUE;
}

MusterAssister *
muster_barred_namesake_exchange (const MusterAssister *person)
{
  MusterAssister *exchanged = muster_assister_copy (person);

  g_set_str (&exchanged->given_name, person->family_name);
  g_set_str (&exchanged->family_name, person->given_name);
  return exchanged;
}
