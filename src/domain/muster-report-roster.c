/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-report-roster.h"

#include <glib/gi18n-lib.h>

enum
{
  PERSON,
  NUMBER,
  AGENCY,
  ROLES,
  STATUS,
  MAY_ASSIST,
  REASONS,
  N_COLUMNS,
};

static const MusterReportColumn columns[N_COLUMNS] = {
  [PERSON] = { "person", N_("Person"), MUSTER_REPORT_TEXT, TRUE },
  [NUMBER] = { "id", N_("Number"), MUSTER_REPORT_TEXT, FALSE },
  [AGENCY] = { "agency", N_("Agency"), MUSTER_REPORT_TEXT, FALSE },
  [ROLES] = { "roles", N_("Roles"), MUSTER_REPORT_TEXT, FALSE },
  [STATUS] = { "status", N_("Status"), MUSTER_REPORT_TEXT, FALSE },
  [MAY_ASSIST] = { "may_assist", N_("May assist"), MUSTER_REPORT_TEXT, FALSE },
  [REASONS] = { "reasons", N_("Reasons"), MUSTER_REPORT_TEXT, FALSE },
};

void
muster_report_person_free (MusterReportPerson *person)
{
  if (person == NULL)
    return;
  g_free (person->name);
  g_free (person->agency);
  g_free (person);
}

static char *
dup_roles (guint types)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", muster_assister_type_get_label (1u << i));
  return g_string_free_and_steal (text);
}

static char *
dup_reasons (guint reasons)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_REASONS; i++)
    if ((reasons & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", muster_reason_get_text (1u << i));
  return g_string_free_and_steal (text);
}

static void
add_row (MusterReport *report, const MusterReportPerson *person)
{
  MusterReportRow *row = muster_report_add_row (report, person->id);
  const MusterStanding *standing = &person->standing;
  g_autofree char *number = muster_assister_dup_code (person->id), *roles = dup_roles (standing->types), *reasons = dup_reasons (standing->reasons);

  muster_report_row_set_text (row, PERSON, person->name);
  muster_report_row_set_text (row, NUMBER, number);
  muster_report_row_set_text (row, AGENCY, person->agency);
  muster_report_row_set_text (row, ROLES, roles);
  muster_report_row_set_code (row, STATUS, muster_certification_state_to_code (standing->overall), muster_certification_state_get_label (standing->overall));
  muster_report_row_set_code (row, MAY_ASSIST, standing->may_assist ? "yes" : "no", standing->may_assist ? _("Yes") : _("No"));
  muster_report_row_set_text (row, REASONS, reasons);
}

MusterReport *
muster_report_roster_build (GPtrArray *people, const GDate *as_of)
{
  MusterReport *report = muster_report_new (MUSTER_REPORT_ROSTER, as_of, columns, N_COLUMNS);
  guint counts[MUSTER_N_STATES] = { 0 }, n_may = 0;

  for (guint i = 0; i < people->len; i++)
    {
      const MusterReportPerson *person = people->pdata[i];

      /* Whoever came later has no role yet; an agency without a first day holds for ever. */
      if (person->standing.types == 0)
        continue;
      add_row (report, person);
      counts[person->standing.overall]++;
      n_may += person->standing.may_assist;
    }
  muster_report_add_figure (report, "people", _("People"), report->rows->len);
  muster_report_add_figure (report, "may_assist", _("May assist"), n_may);
  muster_report_add_figure (report, "may_not_assist", _("May not assist"), report->rows->len - n_may);
  report->chart_title = _("People by status");
  for (guint state = 0; state < MUSTER_N_STATES; state++)
    if (counts[state] > 0)
      muster_report_add_bar (report, muster_certification_state_to_code (state), muster_certification_state_get_label (state), counts[state]);
  muster_report_add_note (report, _("Everybody who held a role as an assister on the day, active or not, with what held on it: roles, agency, corrective actions, evidence, and the rules in force then."));
  muster_report_add_note (report, _("Who holds several roles counts once, by the best of them. Identifiers, addresses and birth dates are not in it: for those the roster is exported."));
  return report;
}
