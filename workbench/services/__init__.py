"""Acts: one public function per act, one transaction, one event. The only writers."""
