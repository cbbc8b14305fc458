/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-pages.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-accounts-page.h"
#include "gui/muster-action-page.h"
#include "gui/muster-assister-page.h"
#include "gui/muster-cases-page.h"
#include "gui/muster-decision-page.h"
#include "gui/muster-import-page.h"
#include "gui/muster-incident-page.h"
#include "gui/muster-journal-page.h"
#include "gui/muster-lists-page.h"
#include "gui/muster-reports-page.h"
#include "gui/muster-roster-page.h"
#include "gui/muster-rules-page.h"
#include "gui/muster-season-page.h"
#include "gui/muster-today-page.h"

typedef AdwNavigationPage *(*RootNew) (MusterStore *store);
typedef AdwNavigationPage *(*DetailNew) (MusterStore *store, gint64 id);

static const MusterSection sections[MUSTER_N_SECTIONS] = {
  { "today", N_("Today"), "alarm-symbolic", MUSTER_PERMISSION_READ_ROSTER },
  { "roster", N_("Roster"), "system-users-symbolic", MUSTER_PERMISSION_READ_ROSTER },
  { "season", N_("Recertification"), "x-office-calendar-symbolic", MUSTER_PERMISSION_READ_ROSTER },
  { "incidents", N_("Incidents"), "muster-incident-symbolic", MUSTER_PERMISSION_READ_ROSTER },
  { "actions", N_("Corrective Actions"), "muster-action-symbolic", MUSTER_PERMISSION_READ_ROSTER },
  { "decisions", N_("Decisions"), "muster-decision-symbolic", MUSTER_PERMISSION_READ_ROSTER },
  { "lists", N_("Public Lists"), "view-list-bullet-symbolic", MUSTER_PERMISSION_READ_ROSTER },
  { "import", N_("Import"), "document-open-symbolic", MUSTER_PERMISSION_IMPORT_ROSTER },
  { "rules", N_("Rules"), "x-office-document-symbolic", MUSTER_PERMISSION_READ_ROSTER },
  { "reports", N_("Reports"), "muster-report-symbolic", MUSTER_PERMISSION_READ_ROSTER },
  { "journal", N_("Journal"), "accessories-dictionary-symbolic", MUSTER_PERMISSION_READ_JOURNAL },
  { "accounts", N_("Accounts"), "avatar-default-symbolic", MUSTER_PERMISSION_MANAGE_ACCOUNTS },
};

/* In the order of the sections. */
static const RootNew roots[MUSTER_N_SECTIONS] = {
  muster_today_page_new,
  muster_roster_page_new,
  muster_season_page_new,
  muster_cases_page_new_incidents,
  muster_cases_page_new_actions,
  muster_cases_page_new_decisions,
  muster_lists_page_new,
  muster_import_page_new,
  muster_rules_page_new,
  muster_reports_page_new,
  muster_journal_page_new,
  muster_accounts_page_new,
};

static const struct
{
  const char *name;
  DetailNew create;
} details[] = {
  [MUSTER_PAGE_ASSISTER] = { "assister", muster_assister_page_new },
  [MUSTER_PAGE_ACTION] = { "action", muster_action_page_new },
  [MUSTER_PAGE_INCIDENT] = { "incident", muster_incident_page_new },
  [MUSTER_PAGE_DECISION] = { "decision", muster_decision_page_new },
};

const MusterSection *
muster_pages_get_sections (void)
{
  return sections;
}

const MusterSection *
muster_pages_find_section (MusterStore *store, const char *id)
{
  const MusterAccount *account = muster_store_get_account (store);

  for (guint i = 0; i < MUSTER_N_SECTIONS; i++)
    if (strcmp (sections[i].id, id) == 0 && roots[i] != NULL && muster_role_may (account->role, sections[i].permission))
      return &sections[i];
  return NULL;
}

AdwNavigationPage *
muster_pages_new_root (const MusterSection *section, MusterStore *store)
{
  AdwNavigationPage *page = roots[section - sections](store);

  adw_navigation_page_set_tag (page, section->id);
  return page;
}

AdwNavigationPage *
muster_pages_new_detail (MusterPageKind kind, MusterStore *store, gint64 id)
{
  g_autofree char *tag = muster_pages_dup_tag (kind, id);
  AdwNavigationPage *page;

  if (details[kind].create == NULL)
    return NULL;
  page = details[kind].create (store, id);
  adw_navigation_page_set_tag (page, tag);
  return page;
}

char *
muster_pages_dup_tag (MusterPageKind kind, gint64 id)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, details[kind].name, id);
}
