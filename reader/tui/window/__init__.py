"""What surrounds the panes and shares the window among them: header, footer, tabs, borders."""
