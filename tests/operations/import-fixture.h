/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-import-roster.h"

#include "operations-fixture.h"

#define HEADER "Last Name,First Name,E-mail,NPN,Assister ID,Type,Agency\n"
#define ANA "Lindqvist,Ana,ana@example.org,1234567,,Broker,Sunrise\n"
#define PAO "Moua,Pao,pao@example.org,,A7K4M2P9Q,Navigator,Lake Help\n"

/** Writes @text into a file of the test, and reads it. */
MusterSheet *read_text (OperationsFixture *fixture, const char *text);
/** What kim would do with it. */
MusterImportPlan *make_plan (OperationsFixture *fixture, MusterSheet *sheet, const MusterImportOptions *options);
/** Lets kim import it. Returns: (transfer full): the plan that was carried out. */
MusterImportPlan *carry_out (OperationsFixture *fixture, MusterSheet *sheet, const MusterImportOptions *options, gint64 *import_id);
/** Imports @text, with everything that can be imported. */
MusterImportPlan *import_text (OperationsFixture *fixture, const char *text, MusterImportKey key, MusterImportMode mode, gint64 *import_id);

/** Returns: (transfer full): a letter for each row: C created, U updated, = unchanged, S skipped, X conflict, R rejected. */
char *dup_fates (const MusterImportPlan *plan);
/** Returns: (transfer full): "2:duplicate 3:npn-form": what the plan found, but for agencies that are new. */
char *dup_findings (const MusterImportPlan *plan);
/** Returns: the person known by @text; 0: nobody. */
gint64 find_person (OperationsFixture *fixture, const char *text);
