/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-field.h"

/**
 * muster_import_repair:
 * @text: what is no value of @field
 * @rule: (inout): "npn-damaged", "licence-number-damaged" for what a spreadsheet made of them, be there a way back or not, "letter-for-digit"; unchanged
 *   for others
 *
 * Returns: (transfer full) (nullable): what could be meant, which is a value of @field: a number in exponent form of which all digits are there,
 * an O where a zero must be, an address between others. Only ever a proposal, and %NULL where something would have to be made up.
 */
char *muster_import_repair (MusterImportField field, const char *text, const char **rule);
/** Whether @text is a number with a point and zeros behind it, as a program that took it for a quantity writes it: 12345678.0. */
gboolean muster_import_is_decimal (const char *text);
