### reason
