/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-review-clock.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-deadline.h"

static const char *const codes[] = { "not-served", "returned", "runs", "by-approval" };

const char *
muster_review_clock_state_to_code (MusterReviewClockState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (codes), "");
  return codes[state];
}

static gboolean
is_last_of_letter (const MusterNoticeService *services, guint n, guint index)
{
  for (guint i = index + 1; i < n; i++)
    if (services[i].letter_id == services[index].letter_id)
      return FALSE;
  return TRUE;
}

static void
take (MusterReviewClock *clock, const MusterNoticeService *service)
{
  if (!g_date_valid (&service->received))
    {
      if (clock->state == MUSTER_REVIEW_CLOCK_NOT_SERVED)
        clock->state = MUSTER_REVIEW_CLOCK_RETURNED;
      return;
    }
  if (clock->state == MUSTER_REVIEW_CLOCK_RUNS && g_date_compare (&clock->received, &service->received) <= 0)
    return;
  clock->state = MUSTER_REVIEW_CLOCK_RUNS;
  clock->received = service->received;
  clock->presumed = muster_service_is_presumed (service->method, service->result);
}

/* From the receipt on, but not before there is something to review. */
static void
count (MusterReviewClock *clock, const MusterDecision *decision, const MusterRuleDays *rule)
{
  if (clock->state == MUSTER_REVIEW_CLOCK_NOT_SERVED || clock->state == MUSTER_REVIEW_CLOCK_RETURNED)
    return;
  clock->from = decision->effective;
  clock->last = decision->review_until;
  if (clock->state == MUSTER_REVIEW_CLOCK_BY_APPROVAL || rule == NULL)
    return;
  if (!g_date_valid (&clock->from) || g_date_compare (&clock->received, &clock->from) > 0)
    clock->from = clock->received;
  muster_deadline_get_last (rule, &clock->from, &clock->last);
}

void
muster_review_clock_find (const MusterDecision *decision, const MusterNoticeService *services, guint n, const MusterRuleDays *rule, MusterReviewClock *clock)
{
  *clock = (MusterReviewClock) { .state = MUSTER_REVIEW_CLOCK_NOT_SERVED };
  g_date_clear (&clock->received, 1);
  g_date_clear (&clock->from, 1);
  g_date_clear (&clock->last, 1);
  for (guint i = 0; i < n; i++)
    if (is_last_of_letter (services, n, i))
      take (clock, &services[i]);
  if (n == 0 && decision->authority != MUSTER_AUTHORITY_AGENCY)
    clock->state = MUSTER_REVIEW_CLOCK_BY_APPROVAL;
  count (clock, decision, rule);
}

gboolean
muster_review_clock_is_late (const MusterReviewClock *clock, const GDate *filed)
{
  return g_date_valid (&clock->last) && g_date_compare (filed, &clock->last) > 0;
}

void
muster_review_clock_get_told (const MusterReviewClock *clock, const MusterDecision *decision, const MusterRuleDays *rule, const GDate *today, GDate *last)
{
  MusterReviewClock at_once = { .state = MUSTER_REVIEW_CLOCK_RUNS, .received = *today };

  *last = clock->last;
  if (g_date_valid (last))
    return;
  count (&at_once, decision, rule);
  *last = at_once.last;
}

char *
muster_review_clock_dup_text (const MusterReviewClock *clock)
{
  g_autofree char *day = g_date_valid (&clock->received) ? muster_date_dup_text (&clock->received) : NULL;

  switch (clock->state)
    {
    case MUSTER_REVIEW_CLOCK_NOT_SERVED:
      return g_strdup (_("Not recorded as served: the time for asking for a review has not begun"));
    case MUSTER_REVIEW_CLOCK_RETURNED:
      return g_strdup (_("It came back: the time for asking for a review has not begun"));
    case MUSTER_REVIEW_CLOCK_RUNS:
      /* Translators: day */
      return g_strdup_printf (clock->presumed ? _("Sent by mail, and taken to have been received on %s") : _("Received on %s"), day);
    case MUSTER_REVIEW_CLOCK_BY_APPROVAL:
    default:
      return NULL;
    }
}
