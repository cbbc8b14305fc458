/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-incident-text.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-text.h"

char *
muster_incident_text_dup_moment (const MusterMoment *moment)
{
  g_autofree char *day = muster_gui_text_dup_date (&moment->day);

  return moment->minute == MUSTER_NO_MINUTE ? g_steal_pointer (&day) : g_strdup_printf ("%s, %02d:%02d", day, moment->minute / 60, moment->minute % 60);
}

char *
muster_incident_text_dup_occurred (const MusterIncident *incident)
{
  g_autofree char *from = muster_gui_text_dup_date (&incident->occurred_from);
  g_autofree char *through = NULL;

  if (!g_date_valid (&incident->occurred_from))
    return NULL;
  if (!g_date_valid (&incident->occurred_through))
    return g_steal_pointer (&from);
  through = muster_gui_text_dup_date (&incident->occurred_through);
  return g_strdup_printf ("%s – %s", from, through);
}

char *
muster_incident_text_dup_data (const MusterIncident *incident)
{
  GString *text = g_string_new (muster_known_get_label (incident->data));

  if (incident->data != MUSTER_KNOWN_YES)
    return g_string_free_and_steal (text);
  if (incident->data_people > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " · of %u person", " · of %u people", incident->data_people), incident->data_people);
  if (incident->data_kinds != NULL)
    g_string_append_printf (text, " · %s", incident->data_kinds);
  if (incident->data_encrypted == MUSTER_KNOWN_YES)
    g_string_append_printf (text, " · %s", _("encrypted"));
  else
    g_string_append_printf (text, " · %s", incident->data_encrypted == MUSTER_KNOWN_NO ? _("not encrypted") : _("perhaps not encrypted"));
  return g_string_free_and_steal (text);
}

const char *
muster_incident_text_get_complainant (const MusterIncident *incident)
{
  if (incident->anonymous)
    return _("Anonymous");
  return incident->complainant != NULL ? _("Known; private") : NULL;
}
