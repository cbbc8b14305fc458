/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-citation-ask.h"

#include "gui/muster-gui-text.h"
#include "store/muster-incident-table.h"

static gboolean
ask (MusterFormDialog *dialog, MusterTextRow *row, const GError *problem)
{
  if (problem == NULL)
    return TRUE;
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  muster_form_dialog_fail (dialog, problem, GTK_WIDGET (row));
  return FALSE;
}

gboolean
muster_citation_ask (MusterFormDialog *dialog, MusterTextRow *row, const MusterCiting *citing)
{
  MusterStore *store = muster_form_dialog_get_store (dialog);
  g_autoptr (GError) problem = NULL;
  MusterDatabase *database = muster_store_read (store, &problem);
  g_autofree char *notice = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  if (database != NULL)
    {
      muster_citation_steps_find (database, citing, &today, &notice, &problem);
      muster_store_read_done (store, database);
    }
  return ask (dialog, row, problem);
}

gboolean
muster_citation_ask_incident (MusterFormDialog *dialog, MusterTextRow *row, gint64 incident_id, const char *clause, const char *despite)
{
  MusterStore *store = muster_form_dialog_get_store (dialog);
  g_autoptr (GError) problem = NULL;
  MusterDatabase *database = muster_store_read (store, &problem);
  g_autoptr (MusterIncident) incident = database != NULL ? muster_incident_table_load (database, incident_id, &problem) : NULL;
  g_autofree char *notice = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  if (incident != NULL)
    muster_citation_steps_find_incident (database, incident, clause, despite, &today, &notice, &problem);
  if (database != NULL)
    muster_store_read_done (store, database);
  return ask (dialog, row, problem);
}
