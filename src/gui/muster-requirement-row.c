/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-requirement-row.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-badge.h"
#include "gui/muster-evidence-rows.h"
#include "gui/muster-gui-text.h"

typedef struct
{
  MusterBadgeLook look;
  const char *icon_name;
  const char *word;
} Look;

static const Look looks[MUSTER_N_REQUIREMENT_STATUSES] = {
  [MUSTER_REQUIREMENT_NOT_ASKED] = { MUSTER_BADGE_PLAIN, "list-remove-symbolic", N_("Not asked") },
  [MUSTER_REQUIREMENT_MET] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic", N_("Met") },
  [MUSTER_REQUIREMENT_IMPLIED] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic", N_("Met") },
  [MUSTER_REQUIREMENT_DUE] = { MUSTER_BADGE_ACCENT, "appointment-soon-symbolic", N_("Due") },
  [MUSTER_REQUIREMENT_MISSING] = { MUSTER_BADGE_ERROR, "action-unavailable-symbolic", N_("Missing") },
  [MUSTER_REQUIREMENT_EXPIRED] = { MUSTER_BADGE_ERROR, "appointment-missed-symbolic", N_("Expired") },
  [MUSTER_REQUIREMENT_ADVERSE] = { MUSTER_BADGE_ERROR, "process-stop-symbolic", N_("Not met") },
};

static const Look expiring_look = { MUSTER_BADGE_WARNING, "appointment-soon-symbolic", N_("Expiring") };

static gboolean
is_expiring (const MusterPersonFacts *facts, const MusterRequirementFinding *finding)
{
  MusterDay today = muster_day_from_date (&facts->today);

  return (finding->status == MUSTER_REQUIREMENT_MET || finding->status == MUSTER_REQUIREMENT_IMPLIED) && finding->through != 0 &&
         finding->through <= muster_day_add (today, muster_rule_pack_get_expiring_days (facts->answer->pack));
}

/* What stands in nobody’s way is said, not shouted. */
static GtkWidget *
make_badge (const MusterPersonFacts *facts, const MusterRequirement *requirement, const MusterRequirementFinding *finding)
{
  const Look *look = is_expiring (facts, finding) ? &expiring_look : &looks[finding->status];
  GtkWidget *badge = muster_badge_new ();

  muster_badge_set (MUSTER_BADGE (badge), look->look == MUSTER_BADGE_ERROR && !requirement->blocks ? MUSTER_BADGE_PLAIN : look->look, look->icon_name, _(look->word));
  return badge;
}

static char *
dup_status (const MusterRequirementFinding *finding)
{
  g_autofree char *day = NULL;
  GDate through;

  muster_day_to_date (finding->through, &through);
  day = finding->through != 0 ? muster_gui_text_dup_date (&through) : NULL;
  switch (finding->status)
    {
    case MUSTER_REQUIREMENT_MET:
      return day != NULL ? g_strdup_printf (_("Through %s"), day) : g_strdup (_("No end is known"));
    case MUSTER_REQUIREMENT_IMPLIED:
      return day != NULL ? g_strdup_printf (_("Shown by the certification, through %s"), day) : g_strdup (_("Shown by the certification"));
    case MUSTER_REQUIREMENT_DUE:
      return g_strdup_printf (_("Due by %s"), day);
    case MUSTER_REQUIREMENT_MISSING:
      return day != NULL ? g_strdup_printf (_("Was due on %s"), day) : g_strdup (_("Not recorded as met"));
    case MUSTER_REQUIREMENT_EXPIRED:
      return day != NULL ? g_strdup_printf (_("Held through %s"), day) : g_strdup (_("Does not hold any more"));
    case MUSTER_REQUIREMENT_ADVERSE:
      return g_strdup (_("Recorded as not met"));
    case MUSTER_REQUIREMENT_NOT_ASKED:
    default:
      return g_strdup (muster_requirement_status_get_label (finding->status));
    }
}

/* The role is said where the person has another one besides. */
static char *
dup_subtitle (const MusterPersonFacts *facts, const MusterAnswerRequirement *line, const MusterRequirement *requirement)
{
  const GArray *lines = facts->answer->answer->requirements;
  g_autofree char *status = dup_status (&line->finding);
  gboolean names_role = FALSE;

  for (guint i = 0; i < lines->len; i++)
    names_role |= g_array_index (lines, MusterAnswerRequirement, i).type != line->type;
  return g_strdup_printf ("%s%s%s%s%s", names_role ? muster_assister_type_get_label (line->type) : "", names_role ? " · " : "", status, requirement->blocks ? "" : " · ",
                          requirement->blocks ? "" : _("does not affect whether they may assist"));
}

static void
add_value (AdwExpanderRow *row, const char *name, const char *value)
{
  GtkWidget *child = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (child), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (child), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (child), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (child), TRUE);
  gtk_widget_add_css_class (child, "property");
  adw_expander_row_add_row (row, child);
}

static void
add_cure (AdwExpanderRow *row, const MusterRequirement *requirement, const MusterRequirementFinding *finding)
{
  g_autofree char *cure = NULL;

  if (finding->status != MUSTER_REQUIREMENT_DUE && !muster_requirement_status_is_lacking (finding->status))
    return;
  cure = muster_requirement_dup_cure (requirement, finding);
  add_value (row, _("What would cure it"), cure);
}

static void
add_source (AdwExpanderRow *row, const MusterPersonFacts *facts, const MusterRuleSource *source)
{
  g_autofree char *day = source->verified ? muster_gui_text_dup_date (&source->verified_on) : NULL;
  const char *pack = muster_rule_pack_get_title (facts->answer->pack);
  g_autofree char *text = NULL;

  if (source->verified)
    /* Translators: where a rule is written, the rule pack, who saw it there, and when */
    text = g_strdup_printf (_("%s (rule pack %s; seen there by %s, %s)"), source->citation, pack, source->verified_by, day);
  else
    text = g_strdup_printf (_("%s (rule pack %s; not verified)"), source->citation, pack);
  add_value (row, _("Where it is written"), text);
}

static void
add_evidence (AdwExpanderRow *row, const MusterPersonFacts *facts, const MusterAnswerRequirement *line, const MusterRequirement *requirement, gboolean may_record)
{
  gint64 deciding = line->finding.fact >= 0 ? g_array_index (facts->answer->evidence, gint64, line->finding.fact) : 0;

  for (guint i = 0; i < facts->evidence->len; i++)
    {
      const MusterEvidence *evidence = facts->evidence->pdata[i];
      g_autofree char *title = NULL, *decides = NULL;

      if (!muster_evidence_is_about (evidence, requirement->code))
        continue;
      title = muster_evidence_rows_dup_title (facts, evidence);
      /* Translators: a piece of evidence; of several it is the one that counts */
      decides = evidence->id == deciding ? g_strdup_printf (_("%s (this one counts)"), title) : NULL;
      adw_expander_row_add_row (row, muster_evidence_rows_new (facts, evidence, decides != NULL ? decides : title, may_record));
    }
}

static void
add_recording (AdwExpanderRow *row, const MusterRequirement *requirement)
{
  GtkWidget *button = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _("Record…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (button), "list-add-symbolic");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", requirement->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evidence.record");
  adw_expander_row_add_row (row, button);
}

GtkWidget *
muster_requirement_row_new (const MusterPersonFacts *facts, const MusterAnswerRequirement *line, gboolean may_record)
{
  guint n;
  const MusterRequirement *requirement = muster_rule_pack_get_requirements (facts->answer->pack, &n)[line->place];
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *subtitle = dup_subtitle (facts, line, requirement);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), requirement->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  muster_badge_end_row (ADW_PREFERENCES_ROW (row), make_badge (facts, requirement, &line->finding));
  add_cure (ADW_EXPANDER_ROW (row), requirement, &line->finding);
  add_evidence (ADW_EXPANDER_ROW (row), facts, line, requirement, may_record);
  add_source (ADW_EXPANDER_ROW (row), facts, &requirement->source);
  if (may_record)
    add_recording (ADW_EXPANDER_ROW (row), requirement);
  return row;
}
