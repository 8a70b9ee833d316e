package sportello.web.security;

import sportello.demo.DemoTest;

/** The demo has doors of its own, and a table for them. */
@DemoTest
class DemoRouteTableTest extends RouteTableTest {}
