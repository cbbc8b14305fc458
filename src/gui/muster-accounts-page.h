/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_ACCOUNTS_PAGE (muster_accounts_page_get_type ())
/** MusterAccountsPage: who works with the register, as what; for administrators. Action: accounts.add. */
G_DECLARE_FINAL_TYPE (MusterAccountsPage, muster_accounts_page, MUSTER, ACCOUNTS_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_accounts_page_new (MusterStore *store);
