/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * muster_organisation_is_name:
 *
 * Whether @text (nullable) reads as the name of a business or authority rather than of a person: a legal form ("Lindqvist & Pao LLC"), a word that only a
 * business calls itself ("North Shore Insurance Agency"), or words that together no person has ("Community Services of Nobles County"). A
 * person named Church, Bank or Null stays a person.
 */
gboolean muster_organisation_is_name (const char *text);
