/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-deadline.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-rule-text.h"

static void
roll (const MusterRuleDays *rule, MusterDeadline *deadline)
{
  if (!rule->rolls || muster_date_is_business_day (&deadline->last))
    return;
  deadline->is_rolled = TRUE;
  while (!muster_date_is_business_day (&deadline->last))
    g_date_add_days (&deadline->last, 1);
}

void
muster_deadline_count (const MusterRuleDays *rule, const GDate *from, MusterDeadline *deadline)
{
  *deadline = (MusterDeadline) { .from = *from };
  muster_date_add (from, rule->days, rule->kind, &deadline->last);
  roll (rule, deadline);
}

/* How many of the days @rule counts are left of the count after the last day before @toll. */
static guint
count_left (const MusterRuleDays *rule, const GDate *last, const GDate *toll)
{
  GDate day = *toll;
  guint left = 0;

  for (; g_date_compare (&day, last) <= 0; g_date_add_days (&day, 1))
    left += rule->kind != MUSTER_DAYS_BUSINESS || muster_date_is_business_day (&day);
  return left;
}

/* Sets @last to the end of what is left once the days of @toll are over. */
static guint
go_on_after (const MusterRuleDays *rule, const GDate *begins, const GDate *through, GDate *last)
{
  guint left = count_left (rule, last, begins), tolled = g_date_days_between (begins, through) + 1;

  muster_date_add (through, left, rule->kind == MUSTER_DAYS_BUSINESS ? MUSTER_DAYS_BUSINESS : MUSTER_DAYS_CALENDAR, last);
  return tolled;
}

gboolean
muster_deadline_count_tolled (const MusterRuleDays *rule, const GDate *from, const MusterTolling *tollings, guint n, MusterDeadline *deadline)
{
  *deadline = (MusterDeadline) { .from = *from };
  muster_date_add (from, rule->days, rule->kind, &deadline->last);
  for (guint i = 0; i < n; i++)
    {
      GDate begins = tollings[i].from;

      /* The day that starts the count is not of it. */
      if (g_date_compare (&begins, from) <= 0)
        {
          begins = *from;
          g_date_add_days (&begins, 1);
        }
      if (g_date_compare (&begins, &deadline->last) > 0 || (g_date_valid (&tollings[i].through) && g_date_compare (&tollings[i].through, &begins) < 0))
        continue;
      if (!g_date_valid (&tollings[i].through))
        {
          g_date_clear (&deadline->last, 1);
          deadline->held_off = tollings[i].from;
          return FALSE;
        }
      deadline->tolled += go_on_after (rule, &begins, &tollings[i].through, &deadline->last);
    }
  roll (rule, deadline);
  return TRUE;
}

void
muster_deadline_get_last (const MusterRuleDays *rule, const GDate *from, GDate *last)
{
  MusterDeadline deadline;

  muster_deadline_count (rule, from, &deadline);
  *last = deadline.last;
}

char *
muster_deadline_dup_text (const MusterDeadline *deadline, const MusterRuleDays *rule)
{
  g_autofree char *count = muster_rule_days_dup_text (rule), *from = muster_date_dup_text (&deadline->from), *source = muster_rule_source_dup_text (&rule->source);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: how a deadline is counted: “30 days after Nov 28, 2026” */
  g_string_append_printf (text, _("%s after %s"), count, from);
  if (deadline->tolled > 0)
    /* Translators: follows “30 days after Nov 28, 2026” */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, ", without %u day that did not count", ", without %u days that did not count", deadline->tolled), deadline->tolled);
  if (g_date_valid (&deadline->held_off))
    {
      g_autofree char *since = muster_date_dup_text (&deadline->held_off);

      /* Translators: follows “30 days after Nov 28, 2026”; a day */
      g_string_append_printf (text, _(", held off since %s while a review is pending"), since);
    }
  if (deadline->is_rolled)
    /* Translators: follows “30 days after Nov 28, 2026” */
    g_string_append (text, _(", moved to the next business day"));
  /* Translators: how a deadline is counted, and where the rule comes from, a sentence */
  return g_strdup_printf (_("%s. %s"), text->str, source);
}
