/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-review-clock-query.h"

#include "domain/muster-deadline.h"
#include "store/muster-rules-table.h"
#include "store/muster-table-private.h"

#define REVIEW_RULE "review-request"

static const char *const services_sql =
  "SELECT s.id, s.letter_id, s.method, s.result, s.received_day FROM main.letter l JOIN main.letter_service s ON s.letter_id = l.id"
  " WHERE l.about = 'decision' AND l.about_id = ?1 AND l.kind IN ('revocation', 'suspension-for-cause') ORDER BY s.id";

GArray *
muster_review_clock_list_services (MusterDatabase *database, gint64 decision_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, services_sql, error);
  g_autoptr (GArray) services = g_array_new (FALSE, TRUE, sizeof (MusterNoticeService));
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, decision_id);
  while (TRUE)
    {
      MusterNoticeService service = { 0 };

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&services);
      service.letter_id = muster_statement_get_int (statement, 1);
      muster_statement_get_date (statement, 4, &service.received);
      if (!muster_service_method_from_code (muster_statement_get_text (statement, 2), &service.method, error) ||
          !muster_service_result_from_code (muster_statement_get_text (statement, 3), &service.result, error))
        {
          muster_table_blame ("letter_service", muster_statement_get_int (statement, 0), error);
          return NULL;
        }
      g_array_append_val (services, service);
    }
}

gboolean
muster_review_clock_concerns (const MusterDecision *decision)
{
  return decision->state == MUSTER_DECISION_APPROVED && decision->kind != MUSTER_DECISION_CALLING_OFF && g_date_valid (&decision->review_until);
}

/* A pack that is not here any more counts nothing: then the day found at the approval holds. */
static MusterRulePack *
find_rule (MusterDatabase *database, const MusterDecision *decision, const MusterRuleDays **rule)
{
  MusterRulePack *pack = decision->rule_pack != NULL ? muster_rules_table_find_pack (database, decision->rule_pack, NULL) : NULL;

  *rule = pack != NULL ? muster_rule_pack_get_days (pack, REVIEW_RULE, NULL) : NULL;
  return pack;
}

gboolean
muster_review_clock_load (MusterDatabase *database, const MusterDecision *decision, MusterReviewClock *clock, char **counted, GError **error)
{
  g_autoptr (GArray) services = muster_review_clock_list_services (database, decision->id, error);
  const MusterRuleDays *rule = NULL;
  g_autoptr (MusterRulePack) pack = NULL;

  if (counted != NULL)
    *counted = NULL;
  if (services == NULL)
    return FALSE;
  pack = find_rule (database, decision, &rule);
  muster_review_clock_find (decision, (const MusterNoticeService *) (gpointer) services->data, services->len, rule, clock);
  if (counted != NULL)
    *counted = muster_rules_table_dup_arithmetic (database, decision->rule_pack, REVIEW_RULE, &clock->from, &clock->last);
  return TRUE;
}

gboolean
muster_review_clock_load_told (MusterDatabase *database, const MusterDecision *decision, const GDate *today, GDate *last, GError **error)
{
  const MusterRuleDays *rule = NULL;
  g_autoptr (MusterRulePack) pack = find_rule (database, decision, &rule);
  MusterReviewClock clock;

  if (!muster_review_clock_load (database, decision, &clock, NULL, error))
    return FALSE;
  muster_review_clock_get_told (&clock, decision, rule, today, last);
  return TRUE;
}
