import { chromium } from 'playwright'
export const browser = chromium
