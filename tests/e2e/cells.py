"""Every cell of an SQLite file, one a line: where it stands, and its bytes in base64. Opens the file for reading only."""

import base64
import sqlite3
import sys

with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as database:
    database.text_factory = bytes
    tables = [name.decode() for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        rows = database.execute(f'SELECT * FROM "{table}"')
        columns = [column[0] for column in rows.description]
        for row in rows:
            for column, value in zip(columns, row):
                if value is not None:
                    data = value if isinstance(value, bytes) else str(value).encode()
                    print(f"{table}.{column}", base64.b64encode(data).decode())
