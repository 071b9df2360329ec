// What we use of cally: importing it defines <calendar-date> and <calendar-month>.
export {};
