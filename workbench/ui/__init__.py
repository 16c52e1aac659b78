"""The desk in the browser: Streamlit screens over the services, served as one ASGI process."""
