/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-words.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-text.h"

#define SHOWN_OF_ID 3

/* An Assister ID is a credential: its end is enough to know it again. */
static char *
dup_masked (const char *id)
{
  const char *end;

  if (id == NULL || g_utf8_strlen (id, -1) <= SHOWN_OF_ID)
    return g_strdup (id);
  end = g_utf8_offset_to_pointer (id, g_utf8_strlen (id, -1) - SHOWN_OF_ID);
  return g_strconcat ("•••", end, NULL);
}

static const char *
get_may_assist (const MusterStanding *standing)
{
  if (!standing->may_assist)
    return C_("may assist", "No");
  return (standing->reasons & MUSTER_REASON_RESTRICTED) != 0 ? C_("may assist", "Within limits") : C_("may assist", "Yes");
}

static const char *
get_status (const MusterRosterRow *row)
{
  return muster_roster_words_is_expiring (row) ? _("Expiring") : muster_certification_state_get_label (row->standing.overall);
}

static const char *
get_agency (const MusterRosterRow *row)
{
  return row->agency != NULL ? row->agency : _("no agency");
}

static void
add_number (GString *text, const char *title, const char *number)
{
  if (number != NULL)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", title, number);
}

gboolean
muster_roster_words_is_expiring (const MusterRosterRow *row)
{
  return row->is_expiring && row->standing.overall == MUSTER_STATE_CERTIFIED;
}

char *
muster_roster_words_dup_cell (const MusterRosterRow *row, MusterRosterColumn column)
{
  switch (column)
    {
    case MUSTER_ROSTER_NAME:
      return g_strdup (row->name);
    case MUSTER_ROSTER_ROLES:
      return muster_gui_text_dup_types (row->standing.types);
    case MUSTER_ROSTER_AGENCY:
      return g_strdup (row->agency);
    case MUSTER_ROSTER_STATUS:
      return g_strdup (get_status (row));
    case MUSTER_ROSTER_MAY_ASSIST:
      return g_strdup (get_may_assist (&row->standing));
    case MUSTER_ROSTER_NPN:
      return g_strdup (row->npn);
    case MUSTER_ROSTER_ASSISTER_ID:
      return dup_masked (row->assister_id);
    case MUSTER_ROSTER_EMAIL:
      return g_strdup (row->email);
    case MUSTER_N_ROSTER_COLUMNS:
    default:
      g_assert_not_reached ();
    }
}

char *
muster_roster_words_dup_below_name (const MusterRosterRow *row, gboolean with_status)
{
  /* Translators: whether a person may assist, and where: “May assist: Yes · Northside Help” */
  g_autofree char *text = g_strdup_printf (_("May assist: %s · %s"), get_may_assist (&row->standing), get_agency (row));

  return with_status ? g_strdup_printf ("%s · %s", get_status (row), text) : g_steal_pointer (&text);
}

const char *
muster_roster_words_get_may_assist_icon (const MusterStanding *standing)
{
  if (!standing->may_assist)
    return "action-unavailable-symbolic";
  return (standing->reasons & MUSTER_REASON_RESTRICTED) != 0 ? "dialog-warning-symbolic" : "object-select-symbolic";
}

char *
muster_roster_words_dup_spoken (const MusterRosterRow *row)
{
  g_autofree char *roles = NULL;

  if (row == NULL)
    return g_strdup (_("No longer in the register"));
  roles = muster_gui_text_dup_types (row->standing.types);
  /* Translators: what is read out for a line of the roster: name, roles, agency, status, and whether the person may assist. */
  return g_strdup_printf (_("%s, %s, %s, %s, may assist: %s"), row->name, roles[0] != '\0' ? roles : _("no role"), get_agency (row),
                          get_status (row), get_may_assist (&row->standing));
}

char *
muster_roster_words_dup_spoken_numbers (const MusterRosterRow *row)
{
  GString *text = g_string_new (NULL);
  g_autofree char *assister_id = row != NULL ? dup_masked (row->assister_id) : NULL;

  if (row != NULL)
    {
      add_number (text, C_("roster column", "NPN"), row->npn);
      add_number (text, C_("roster column", "Assister ID"), assister_id);
      add_number (text, C_("roster column", "E-mail"), row->email);
    }
  return g_string_free_and_steal (text);
}

char *
muster_roster_words_dup_count (guint n, guint n_may_not, gboolean is_today, gboolean is_told)
{
  g_autofree char *people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person", "%'u people", n), n);
  g_autofree char *may_not = NULL;

  if (is_told || n == 0)
    return g_steal_pointer (&people);
  if (!is_today)
    may_not = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u may not assist on that day", "%'u may not assist on that day", n_may_not), n_may_not);
  else if (n_may_not == 0)
    /* Translators: how many people are in the list: “412 people, all may assist today” */
    return g_strdup_printf (_("%s, all may assist today"), people);
  else
    may_not = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u may not assist today", "%'u may not assist today", n_may_not), n_may_not);
  /* Translators: how many people are in the list: “412 people, 37 may not assist today” */
  return g_strdup_printf (C_("count", "%s, %s"), people, may_not);
}
