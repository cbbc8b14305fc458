/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-roster-filter.h"
#include "ctl/muster-ctl-season.h"
#include "ctl/muster-ctl-session.h"
#include "operations/muster-season-report.h"
#include "store/muster-people-table.h"

static const MusterCtlOption season_options[] = {
  { "as-of", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("By what was shown through this day; else today") },
  { "agency", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People of this agency") },
  { "limit", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("At most so many of those behind") },
  { "ics", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Write the days of the season and of licenses that end as a calendar file instead") },
  { "names", MUSTER_CTL_FLAG, FALSE, NULL, N_("In the calendar: whose license ends; needs a reason") },
  { "letters", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Write those behind as a CSV file for mail merge instead; needs a reason") },
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What the names are for: the journal keeps it") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace a file that is there already") },
  { NULL },
};

static void
json_count (JsonBuilder *json, const MusterSeasonCount *count)
{
  muster_ctl_json_number (json, "people", count->n);
  muster_ctl_json_number (json, "done", count->n_done);
}

static void
json_forecast (JsonBuilder *json, const MusterSeasonReport *report)
{
  const MusterSeason *season = muster_rule_pack_get_season (report->pack);
  g_autofree char *text = muster_season_report_is_running (report) ? muster_season_forecast_dup_text (&report->forecast, season, &report->progress.people, muster_date_to_iso)
                                                                   : muster_season_report_dup_next (report, muster_date_to_iso);

  json_builder_set_member_name (json, "forecast");
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "outlook", muster_season_outlook_to_code (report->forecast.outlook));
  muster_ctl_json_day (json, "complete", &report->forecast.complete);
  muster_ctl_json_number (json, "done_by_due", report->forecast.by_due);
  muster_ctl_json_text (json, "text", text);
  json_builder_end_object (json);
}

static void
json_parts (JsonBuilder *json, const MusterSeasonReport *report)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (report->pack, &n);

  muster_ctl_json_begin_list (json, "agencies");
  for (guint i = 0; i < report->agencies->len; i++)
    {
      const MusterSeasonAgency *agency = report->agencies->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "agency", agency->name);
      json_count (json, &agency->count);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_begin_list (json, "requirements");
  for (guint i = 0; i < n; i++)
    if (report->progress.of_requirement[i].n > 0)
      {
        json_builder_begin_object (json);
        muster_ctl_json_text (json, "requirement", requirements[i]->code);
        muster_ctl_json_text (json, "title", requirements[i]->title);
        json_count (json, &report->progress.of_requirement[i]);
        json_builder_end_object (json);
      }
  json_builder_end_array (json);
}

static void
json_lacking (JsonBuilder *json, const MusterSeasonReport *report, guint32 lacking)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (report->pack, &n);

  muster_ctl_json_begin_list (json, "lacking");
  for (guint i = 0; i < n; i++)
    if ((lacking & (1u << i)) != 0)
      json_builder_add_string_value (json, requirements[i]->code);
  json_builder_end_array (json);
}

static gboolean
json_behind (JsonBuilder *json, MusterDatabase *database, const MusterSeasonReport *report, guint limit, GError **error)
{
  muster_ctl_json_begin_list (json, "behind");
  for (guint i = 0; i < MIN (report->behind->len, limit); i++)
    {
      const MusterSeasonPerson *line = &g_array_index (report->behind, MusterSeasonPerson, i);
      g_autoptr (MusterAssister) person = muster_people_table_load (database, line->assister_id, error);
      g_autofree char *name = person != NULL ? muster_assister_dup_list_name (person) : NULL;
      g_autofree char *code = muster_assister_dup_code (line->assister_id);
      g_auto (GStrv) types = muster_ctl_dup_type_codes (line->types);

      if (person == NULL)
        return FALSE;
      json_builder_begin_object (json);
      muster_ctl_json_text (json, "id", code);
      muster_ctl_json_text (json, "name", name);
      muster_ctl_json_text (json, "agency", muster_season_report_get_agency (report, line));
      muster_ctl_json_texts (json, "types", (const char *const *) types);
      json_lacking (json, report, line->lacking);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static int
print_json (MusterCtl *ctl, const MusterSeasonReport *report, guint limit, GError **error)
{
  const MusterSeason *season = muster_rule_pack_get_season (report->pack);
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_day (json, "as_of", &report->on);
  muster_ctl_json_text (json, "rule_pack", muster_rule_pack_get_name (report->pack));
  muster_ctl_json_text (json, "phase", muster_season_phase_to_code (report->phase));
  muster_ctl_json_flag (json, "running", muster_season_report_is_running (report));
  muster_ctl_json_day (json, "opens", &season->opens);
  muster_ctl_json_day (json, "due", &season->due);
  muster_ctl_json_day (json, "next_opens", &report->next);
  muster_ctl_json_flag (json, "next_is_expected", report->next_is_expected);
  json_count (json, &report->progress.people);
  json_forecast (json, report);
  json_parts (json, report);
  muster_ctl_json_number (json, "behind_total", report->behind->len);
  if (!json_behind (json, ctl->database, report, limit, error))
    return -1;
  json_builder_set_member_name (json, "uncovered");
  json_builder_begin_object (json);
  muster_ctl_json_texts (json, "languages", (const char *const *) report->languages);
  muster_ctl_json_texts (json, "counties", (const char *const *) report->counties);
  muster_ctl_json_texts (json, "without_navigator", (const char *const *) report->without_navigator);
  json_builder_end_object (json);
  muster_ctl_json_print (json);
  return MUSTER_EXIT_DONE;
}

static void
add_count (MusterCtlTable *table, const char *name, const MusterSeasonCount *count)
{
  g_autofree char *done = g_strdup_printf ("%u", count->n_done), *all = g_strdup_printf ("%u", count->n);
  g_autofree char *percent = g_strdup_printf ("%u %%", muster_season_count_get_percent (count));

  muster_ctl_table_add (table, (const char *[]) { name, done, all, percent });
}

static void
print_parts (const MusterSeasonReport *report)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (report->pack, &n);
  const char *by_agency[] = { _("Agency"), _("Done"), _("Of"), "" }, *by_requirement[] = { _("Requirement"), _("Done"), _("Of"), "" };
  g_autoptr (MusterCtlTable) agencies = muster_ctl_table_new (G_N_ELEMENTS (by_agency), by_agency);
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (by_requirement), by_requirement);

  for (guint i = 0; i < report->agencies->len; i++)
    {
      const MusterSeasonAgency *agency = report->agencies->pdata[i];

      add_count (agencies, agency->name != NULL ? agency->name : _("No agency"), &agency->count);
    }
  for (guint i = 0; i < n; i++)
    if (report->progress.of_requirement[i].n > 0)
      add_count (table, requirements[i]->title, &report->progress.of_requirement[i]);
  muster_ctl_print ("\n");
  muster_ctl_table_print (agencies);
  muster_ctl_print ("\n");
  muster_ctl_table_print (table);
}

static gboolean
print_behind (MusterDatabase *database, const MusterSeasonReport *report, guint limit, GError **error)
{
  const char *headers[] = { _("Behind"), _("Agency"), _("Lacking") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);
  guint n = MIN (report->behind->len, limit);

  for (guint i = 0; i < n; i++)
    {
      const MusterSeasonPerson *line = &g_array_index (report->behind, MusterSeasonPerson, i);
      g_autoptr (MusterAssister) person = muster_people_table_load (database, line->assister_id, error);
      g_autofree char *name = person != NULL ? muster_assister_dup_list_name (person) : NULL;
      g_autofree char *lacking = muster_season_report_dup_lacking (report, line);

      if (person == NULL)
        return FALSE;
      muster_ctl_table_add (table, (const char *[]) { name, muster_season_report_get_agency (report, line), lacking });
    }
  if (report->behind->len == 0)
    return TRUE;
  muster_ctl_print ("\n");
  muster_ctl_table_print (table);
  if (report->behind->len > n)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "… and %u more.\n", "… and %u more.\n", report->behind->len - n), report->behind->len - n);
  return TRUE;
}

static void
print_list (const char *heading, char **list)
{
  g_autofree char *joined = g_strjoinv (", ", list);

  if (*list != NULL)
    muster_ctl_print ("%s %s\n", heading, joined);
}

static void
print_uncovered (const MusterSeasonReport *report)
{
  if (*report->languages == NULL && *report->counties == NULL && *report->without_navigator == NULL)
    return;
  muster_ctl_print ("\n%s\n", _("If those behind were suspended, nobody would be left who may assist:"));
  print_list (_("Languages:"), report->languages);
  print_list (_("Counties:"), report->counties);
  print_list (_("Agencies without a navigator:"), report->without_navigator);
}

static int
print_text (MusterCtl *ctl, const MusterSeasonReport *report, guint limit, GError **error)
{
  g_autofree char *headline = muster_season_dup_headline (&report->progress.people);
  g_autofree char *next = muster_season_report_dup_next (report, muster_date_to_iso);
  g_autofree char *forecast = muster_season_forecast_dup_text (&report->forecast, muster_rule_pack_get_season (report->pack), &report->progress.people, muster_date_to_iso);

  if (!muster_season_report_is_running (report))
    {
      muster_ctl_print ("%s %s\n", _("There is no recertification season now."), next);
      return MUSTER_EXIT_DONE;
    }
  muster_ctl_print ("%s %s\n", headline, forecast);
  if (report->agencies->len > 0)
    print_parts (report);
  if (!print_behind (ctl->database, report, limit, error))
    return -1;
  print_uncovered (report);
  return MUSTER_EXIT_DONE;
}

static gboolean
is_export (MusterCtl *ctl)
{
  return muster_ctl_get (ctl, "ics") != NULL || muster_ctl_get (ctl, "letters") != NULL;
}

static int
run_season (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterSeasonReport) report = NULL;
  gint64 agency = 0;
  guint limit;
  GDate on;

  if (!muster_ctl_get_day (ctl, "as-of", &on, error) || !muster_ctl_get_number (ctl, "limit", G_MAXUINT, &limit, error))
    return -1;
  if (!g_date_valid (&on))
    g_date_set_time_t (&on, time (NULL));
  if (is_export (ctl))
    return muster_ctl_season_export (ctl, error);
  if (muster_ctl_read (ctl, error) == NULL || !muster_ctl_roster_find_agency (ctl, ctl->database, &agency, error))
    return -1;
  report = muster_season_report_new (ctl->database, &on, agency, ctl->cancellable, error);
  if (report == NULL)
    return -1;
  return ctl->json ? print_json (ctl, report, limit, error) : print_text (ctl, report, limit, error);
}

const MusterCtlCommand muster_ctl_season_commands[] = {
  { "season", NULL, 0, 0, N_("Tell how far the recertification season is, and who is behind"), season_options, TRUE, run_season },
  { NULL },
};
