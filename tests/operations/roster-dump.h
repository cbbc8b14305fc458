/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations-fixture.h"

/**
 * Returns: (transfer full): everything about the people on the roster, a line a person: values, agency on several days, steps of every role, claims. People are
 * told apart by their license number, so that two registers can be compared; in the order of these.
 */
char *roster_dump (OperationsFixture *fixture);
/** Returns: the id of who has the license number @tag; 0 if nobody has. */
gint64 roster_dump_find (OperationsFixture *fixture, const char *tag);
/** Asserts that the register verifies. */
void assert_verifies (OperationsFixture *fixture);
