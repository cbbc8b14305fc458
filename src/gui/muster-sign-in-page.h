/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_SIGN_IN_PAGE (muster_sign_in_page_get_type ())
/**
 * MusterSignInPage: which register, who, and the password; on the first run what there is to begin with.
 *
 * Actions: sign-in.choose (s: folder), sign-in.open, sign-in.create, sign-in.practice, sign-in.recover.
 * Signals: "signed-in" (MusterStore); "create": the person wants a new register; "file-dropped": the file is not to be imported after all.
 */
G_DECLARE_FINAL_TYPE (MusterSignInPage, muster_sign_in_page, MUSTER, SIGN_IN_PAGE, AdwNavigationPage)

MusterSignInPage *muster_sign_in_page_new (GSettings *settings);
/** Offers the register at @folder, for @account (nullable). */
void muster_sign_in_page_show_register (MusterSignInPage *self, const char *folder, const char *account);
/** Puts the focus where the password is typed. */
void muster_sign_in_page_focus_password (MusterSignInPage *self);
/** Offers the practice register, made first where there is none. */
void muster_sign_in_page_show_practice (MusterSignInPage *self);
/** Says that the file called @name is opened for import after the sign-in; %NULL: none is. */
void muster_sign_in_page_show_file (MusterSignInPage *self, const char *name);
/** Puts the focus where somebody begins: on the accounts to choose from, the account's name, or the password where that is known. */
void muster_sign_in_page_take_focus (MusterSignInPage *self);
/** Forgets what was typed, after signing out. */
void muster_sign_in_page_reset (MusterSignInPage *self);
