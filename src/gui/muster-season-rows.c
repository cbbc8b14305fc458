/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-season-rows.h"

#include <glib/gi18n-lib.h>

/* So many agencies are on the page. */
#define LINES 8

static char *
dup_count (const MusterSeasonCount *count)
{
  /* Translators: how many are done, of how many, and that in percent */
  return g_strdup_printf (_("%'u of %'u · %u %%"), count->n_done, count->n, muster_season_count_get_percent (count));
}

/* Only a bar that is full has a colour that says something: it is done. */
void
muster_season_rows_fill_bar (GtkLevelBar *bar, const MusterSeasonCount *count, const char *label)
{
  g_autofree char *text = dup_count (count);

  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_FULL);
  if (count->n_done == count->n)
    gtk_level_bar_add_offset_value (bar, GTK_LEVEL_BAR_OFFSET_FULL, 1);
  gtk_level_bar_set_value (bar, count->n > 0 ? (double) count->n_done / count->n : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static GtkWidget *
bar_new (const MusterSeasonCount *count, const char *label)
{
  GtkWidget *bar = gtk_level_bar_new ();

  muster_season_rows_fill_bar (GTK_LEVEL_BAR (bar), count, label);
  gtk_widget_set_size_request (bar, 96, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

/* Where somebody is behind, the row opens who. */
static void
add_count (MusterRowGroup *group, const char *title, const MusterSeasonCount *count, const char *action, guint place)
{
  g_autofree char *text = dup_count (count);
  GtkWidget *bar = bar_new (count, title);

  if (count->n_done < count->n)
    muster_row_group_add_link (group, title, text, bar, action, place);
  else
    adw_action_row_add_suffix (muster_row_group_add_text (group, title, text), bar);
}

void
muster_season_rows_show_requirements (MusterRowGroup *group, const MusterSeasonReport *report)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (report->pack, &n);

  muster_row_group_begin (group);
  for (guint i = 0; i < n; i++)
    if (report->progress.of_requirement[i].n > 0)
      add_count (group, requirements[i]->title, &report->progress.of_requirement[i], "season.requirement", i);
  muster_row_group_end (group);
}

const char *
muster_season_rows_get_agency_name (const MusterSeasonAgency *agency)
{
  return agency->name != NULL ? agency->name : _("No agency");
}

void
muster_season_rows_show_agencies (MusterRowGroup *group, const MusterSeasonReport *report)
{
  guint n = report->agencies->len, n_shown = MIN (n, LINES);

  muster_row_group_begin (group);
  for (guint i = 0; i < n_shown; i++)
    {
      const MusterSeasonAgency *agency = report->agencies->pdata[i];

      add_count (group, muster_season_rows_get_agency_name (agency), &agency->count, "season.agency", i);
    }
  if (n > n_shown)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n - n_shown), n - n_shown);

      muster_row_group_add_text (group, more, _("No agency of these has more people behind than those above."));
    }
  muster_row_group_end (group);
}

static void
add_uncovered (MusterRowGroup *group, const char *title, char **list)
{
  g_autofree char *joined = g_strjoinv (", ", list);

  if (*list != NULL)
    muster_row_group_add_value (group, title, joined);
}

void
muster_season_rows_show_uncovered (MusterRowGroup *group, const MusterSeasonReport *report)
{
  muster_row_group_begin (group);
  add_uncovered (group, _("Languages"), report->languages);
  add_uncovered (group, _("Counties"), report->counties);
  add_uncovered (group, _("Agencies without a navigator"), report->without_navigator);
  muster_row_group_end (group);
}
