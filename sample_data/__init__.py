"""The sample office: a published report and the invented monthly workbooks of its sections."""
