/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"

#include "gui/muster-badge.h"

static MusterBadge *
make_badge (void)
{
  return MUSTER_BADGE (g_object_ref_sink (muster_badge_new ()));
}

static gboolean
shows_an_icon (MusterBadge *badge)
{
  GtkImage *icon = GTK_IMAGE (gtk_widget_get_first_child (GTK_WIDGET (badge)));

  return gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()), gtk_image_get_icon_name (icon));
}

static void
test_every_state (void)
{
  MusterBadge *badge = make_badge ();

  for (guint state = 0; state < MUSTER_N_STATES; state++)
    {
      muster_badge_set_state (badge, state);
      g_assert_cmpstr (muster_badge_get_text (badge), ==, muster_certification_state_get_label (state));
      g_assert_true (shows_an_icon (badge));
    }
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (badge), "error"));
  muster_badge_set_state (badge, MUSTER_STATE_CERTIFIED);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (badge), "success"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (badge), "error"));
  g_assert_finalize_object (badge);
}

static void
test_standing (void)
{
  const struct
  {
    MusterStanding standing;
    const char *text;
    const char *css_class;
  } cases[] = {
    { { .may_assist = TRUE }, "May assist", "success" },
    { { .may_assist = TRUE, .reasons = MUSTER_REASON_RESTRICTED }, "May assist within limits", "warning" },
    { { .may_assist = FALSE, .reasons = MUSTER_REASON_REVOKED }, "May not assist", "error" },
  };
  MusterBadge *badge = make_badge ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      muster_badge_set_standing (badge, &cases[i].standing);
      g_assert_cmpstr (muster_badge_get_text (badge), ==, cases[i].text);
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (badge), cases[i].css_class));
      g_assert_true (shows_an_icon (badge));
    }
  g_assert_finalize_object (badge);
}

static void
test_action (void)
{
  const struct
  {
    MusterActionState state;
    MusterOutcome outcome;
    int due_in;
    const char *text;
  } cases[] = {
    { MUSTER_ACTION_OPEN, MUSTER_OUTCOME_NONE, 0, "Open" },
    { MUSTER_ACTION_OPEN, MUSTER_OUTCOME_NONE, -1, "Overdue" },
    { MUSTER_ACTION_CLOSED, MUSTER_OUTCOME_COMPLETED, -1, "Completed" },
    { MUSTER_ACTION_CLOSED, MUSTER_OUTCOME_LATE, -1, "Completed late" },
    { MUSTER_ACTION_CLOSED, MUSTER_OUTCOME_FAILED, 0, "Failed" },
    { MUSTER_ACTION_VOIDED, MUSTER_OUTCOME_VOIDED, 0, "Voided" },
  };
  MusterBadge *badge = make_badge ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, 10, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();

      action->state = cases[i].state;
      action->outcome = cases[i].outcome;
      g_date_set_julian (&action->due, g_date_get_julian (&today) + cases[i].due_in);
      muster_badge_set_action (badge, action, &today);
      g_assert_cmpstr (muster_badge_get_text (badge), ==, cases[i].text);
      g_assert_true (shows_an_icon (badge));
    }
  g_assert_finalize_object (badge);
}

static void
test_decision_and_severity (void)
{
  MusterBadge *badge = make_badge ();

  for (guint state = MUSTER_DECISION_PROPOSED; state <= MUSTER_DECISION_TAKEN_BACK; state++)
    {
      MusterDecision decision = { .state = state };

      muster_badge_set_decision (badge, &decision);
      g_assert_cmpstr (muster_badge_get_text (badge), ==, muster_decision_state_get_label (state));
      g_assert_true (shows_an_icon (badge));
    }
  muster_badge_set_decision (badge, &(MusterDecision) { .state = MUSTER_DECISION_APPROVED, .called_off_by = 2 });
  g_assert_cmpstr (muster_badge_get_text (badge), ==, "Called off");
  for (guint severity = MUSTER_SEVERITY_1; severity <= MUSTER_SEVERITY_4; severity++)
    {
      muster_badge_set_severity (badge, severity);
      g_assert_true (g_str_has_prefix (muster_badge_get_text (badge), muster_severity_to_code (severity)));
      g_assert_true (shows_an_icon (badge));
    }
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (badge), "error"));
  g_assert_finalize_object (badge);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

  g_test_add_func ("/gui/badge/every-state", test_every_state);
  g_test_add_func ("/gui/badge/standing", test_standing);
  g_test_add_func ("/gui/badge/action", test_action);
  g_test_add_func ("/gui/badge/decision-and-severity", test_decision_and_severity);
  return g_test_run ();
}
